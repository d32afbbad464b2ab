using TechBroker.Api.Imports.Reading;
using TechBroker.Domain.Vocabularies;

namespace TechBroker.Api.Imports.Mapping;

/// <summary>Reads the cells of a table, in which everything is text.</summary>
internal sealed class CellMapper(IReadOnlyList<Column> columns, VocabularySet vocabularies, RegionNames regions)
{
    private readonly IpText ip = new(vocabularies);
    private readonly MoneyUnit unit = columns.FirstOrDefault(c => c.Field == Field.Money) is { } money ? Headings.UnitOf(money.Heading) : MoneyUnit.None;

    public void Map(SourceRow row, RowDraft draft, List<ImportIssue> issues)
    {
        for (var i = 0; i < columns.Count && i < row.Cells.Count; i++)
        {
            var column = columns[i];
            var text = CellText.Tidy(row.Cells[i]);
            var refused = row.Issues.Any(r => r.Severity == Severity.Error && r.Column == column.Name);
            if (column.Field is { } field && text.Length > 0 && !refused && Set(draft, field, text) is { } complaint)
            {
                issues.Add(ImportIssue.At(row.Number, column.Name, complaint));
            }
        }
    }

    private Complaint? Set(RowDraft draft, Field field, string text)
    {
        Complaint? complaint = null;
        switch (field)
        {
            case Field.Id:
                draft.Id = text;
                break;
            case Field.Title:
                draft.Title = CellText.Line(text);
                break;
            case Field.Summary:
                draft.Summary = text;
                break;
            case Field.Description:
                draft.Description = text;
                break;
            case Field.BlindSummary:
                draft.BlindSummary = text;
                break;
            case Field.Keywords:
                draft.Keywords = CellText.List(text) is { Count: > 0 } keywords ? keywords : null;
                break;
            case Field.Fields:
                draft.Fields = CellText.Terms(text, t => vocabularies.FieldCode(t) is not null) is { Count: > 0 } fields ? fields : null;
                break;
            case Field.Trl:
                draft.Trl = Take(TrlText.Parse(text, vocabularies));
                break;
            case Field.Ip:
                draft.Ip = Take(ip.Parse(text));
                break;
            case Field.CooperationModes:
                draft.CooperationModes = Take(ChoiceText.Modes(text, vocabularies));
                break;
            case Field.Region:
                draft.RegionCode = Take(regions.Parse(text));
                break;
            case Field.Money:
                draft.Money = Take(MoneyText.Parse(text, unit));
                break;
            case Field.Deadline:
                draft.Deadline = Take(DateText.Parse(text));
                break;
            case Field.Visibility:
                draft.Visibility = Take(ChoiceText.Visibility(text));
                break;
            case Field.Language:
                draft.Language = Take(ChoiceText.Language(text));
                break;
            case Field.OrganisationId:
                draft.OrganisationId = Take(ChoiceText.Organisation(text));
                break;
            case Field.Publish:
                draft.Publish = Take(ChoiceText.Flag(text));
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
