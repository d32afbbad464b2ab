using TechBroker.Api.Http;
using TechBroker.Api.OpenApi;
using TechBroker.Domain;
using TechBroker.Domain.Vocabularies;
using TechBroker.Storage.Market;

namespace TechBroker.Api.Search;

/// <summary>What a search over listings or needs asks for.</summary>
internal sealed record MarketQuery(string List, string? Words, MarketFilter Filter, Cursor? Cursor)
{
    public static MarketQuery Read(Query query, VocabularySet vocabularies, MarketReader reader, IReadOnlyCollection<string> states)
    {
        var words = query.Text("q");
        var exact = query.Number("trl", 1, 9);
        var cursor = query.Cursor(c => words is null ? c.Time is not null : c.Place is not null);
        return new MarketQuery(
            query.List,
            words,
            new MarketFilter
            {
                Reader = reader,
                Fields = Fields(query, vocabularies),
                Mode = query.Code<CooperationMode>("mode") is { } mode ? Codes.Of(mode) : null,
                RegionPrefix = Region(query, vocabularies),
                MinTrl = exact ?? query.Number("minTrl", 1, 9),
                MaxTrl = exact,
                OrganisationId = query.Id("organisationId"),
                ExternalRef = query.Text("externalRef"),
                States = states,
                Before = words is null ? cursor?.Time : null,
                BeforeId = words is null ? cursor?.Id : null,
                Limit = query.Limit(),
            },
            cursor);
    }

    public static QueryParameters Parameters(string trl, IReadOnlyList<string> states) => new(
    [
        new("q", "Words to look for; best first among what is published."),
        new("field", "A field of technology: code or name from a vocabulary (with everything below it), or a free term."),
        new("region", "110000 for all of Beijing, 440300 for all of Shenzhen, a full code for one district, or a country such as DE."),
        new("trl", $"Exactly this {trl}, 1 to 9."),
        new("minTrl", $"At least this {trl}, 1 to 9."),
        new("mode", $"This mode of cooperation among them: {string.Join(", ", Codes.All<CooperationMode>())}."),
        new("organisationId", "Only of this organisation."),
        new("externalRef", "Only what was imported under this id."),
        new("state", $"Only in this state: {string.Join(", ", states)}."),
        new("limit", "Entries on a page, 1 to 200; 50 where absent."),
        new("cursor", "next of the page before."),
    ]);

    private static List<string>? Fields(Query query, VocabularySet vocabularies)
    {
        if (query.Text("field", 100) is not { } text)
        {
            return null;
        }

        if (vocabularies.FieldCode(text) is not { } code || code.Split(':', 2) is not [var id, var term])
        {
            return [text];
        }

        return [.. vocabularies[id].Below(term).Select(t => $"{id}:{t.Code}")];
    }

    // Codes of a province or city end in zeros; what lies in it begins with the digits before them.
    private static string? Region(Query query, VocabularySet vocabularies)
    {
        if (query.Text("region", 10) is not { } code)
        {
            return null;
        }

        if (!vocabularies.IsRegion(code))
        {
            query.Wrong("region", new Text("须为六位行政区划代码或两位国家代码。", "It must be a six-digit region code or a two-letter country."));
        }

        return code.EndsWith("0000", StringComparison.Ordinal) ? code[..2] : code.EndsWith("00", StringComparison.Ordinal) ? code[..4] : code;
    }
}
