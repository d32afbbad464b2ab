using System.Text.Json;
using TechBroker.Domain.Vocabularies;

namespace TechBroker.Api.Imports.Mapping;

/// <summary>
/// Reads a JSONL object, whose properties are those of HTTP. Programs write these files, so types are strict; a value that HTTP would
/// take as a code may be a name all the same.
/// </summary>
internal sealed class JsonMapper(ImportKind kind, VocabularySet vocabularies, RegionNames regions)
{
    public void Map(int row, JsonElement line, RowDraft draft, List<ImportIssue> issues)
    {
        var known = FieldNames.For(kind);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var lone = JsonFault.HasLoneSurrogate(line.GetRawText());
        foreach (var property in line.EnumerateObject())
        {
            if (lone && JsonFault.HasLoneSurrogate(property.ToString()))
            {
                var readable = known.Keys.FirstOrDefault(k => property.ToString().StartsWith($"\"{k}\"", StringComparison.Ordinal));
                issues.Add(ImportIssue.At(row, readable, JsonFault.BrokenCharacter));
                continue;
            }

            var name = property.Name;
            var complaint = !seen.Add(name) ? JsonFault.Duplicate
                : !known.TryGetValue(name, out var field) ? JsonFault.Unknown(name, JsonFault.Meant(name, kind))
                : property.Value.ValueKind == JsonValueKind.Null || field == Field.Errors ? null
                : Set(draft, field, property.Value);
            if (complaint is not null)
            {
                issues.Add(ImportIssue.At(row, Complaint.Quote(name), complaint));
            }
        }
    }

    private Complaint? Set(RowDraft draft, Field field, JsonElement value)
    {
        Complaint? complaint = null;
        switch (field)
        {
            case Field.Id:
                draft.Id = value.ValueKind == JsonValueKind.Number ? value.GetRawText() : Take(JsonValues.Text(value))?.Trim() is { Length: > 0 } id ? id : null;
                break;
            case Field.Title:
                draft.Title = Take(JsonValues.Text(value));
                break;
            case Field.Summary:
                draft.Summary = Take(JsonValues.Text(value));
                break;
            case Field.Description:
                draft.Description = Take(JsonValues.Text(value));
                break;
            case Field.BlindSummary:
                draft.BlindSummary = Take(JsonValues.Text(value));
                break;
            case Field.Keywords:
                draft.Keywords = Take(JsonValues.Texts(value));
                break;
            case Field.Fields:
                draft.Fields = Take(JsonValues.Texts(value));
                break;
            case Field.CooperationModes:
                draft.CooperationModes = Take(JsonValues.Texts(value)) is { } names ? Take(ChoiceText.Modes(names, vocabularies)) : null;
                break;
            case Field.Trl:
                draft.Trl = Take(JsonValues.Level(value));
                break;
            case Field.Ip:
                draft.Ip = Take(JsonValues.Rights(value));
                break;
            case Field.Region:
                draft.RegionCode = Take(JsonValues.Text(value)) is { Length: > 0 } region ? Take(regions.Parse(region)) : null;
                break;
            case Field.Money:
                draft.Money = Take(JsonValues.Money(value));
                break;
            case Field.Deadline:
                draft.Deadline = Take(JsonValues.Date(value));
                break;
            case Field.Visibility:
                draft.Visibility = Take(JsonValues.Text(value)) is { Length: > 0 } visibility ? Take(ChoiceText.Visibility(visibility)) : null;
                break;
            case Field.Language:
                draft.Language = Take(JsonValues.Text(value)) is { Length: > 0 } language ? Take(ChoiceText.Language(language)) : null;
                break;
            case Field.OrganisationId:
                draft.OrganisationId = Take(JsonValues.Text(value)) is { Length: > 0 } organisation ? Take(ChoiceText.Organisation(organisation)) : null;
                break;
            case Field.Publish:
                draft.Publish = Take(JsonValues.Flag(value));
                break;
        }

        return complaint;

        T? Take<T>(Parsed<T?> parsed)
        {
            complaint = parsed.Complaint;
            return parsed.Value;
        }
    }
}
