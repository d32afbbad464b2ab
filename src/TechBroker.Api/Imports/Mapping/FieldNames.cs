using System.Collections.Frozen;

namespace TechBroker.Api.Imports.Mapping;

/// <summary>The names that HTTP uses for the fields, which are those of a JSONL file too.</summary>
internal static class FieldNames
{
    private static readonly (Field Field, string Listing, string Need)[] Names =
    [
        (Field.Id, "id", "id"),
        (Field.Title, "title", "title"),
        (Field.Summary, "summary", ""),
        (Field.Description, "description", "description"),
        (Field.Keywords, "keywords", "keywords"),
        (Field.Fields, "fields", "fields"),
        (Field.Trl, "trl", "minTrl"),
        (Field.Ip, "ip", ""),
        (Field.CooperationModes, "cooperationModes", "cooperationModes"),
        (Field.Region, "regionCode", "regionCode"),
        (Field.Money, "askingPrice", "budget"),
        (Field.Deadline, "", "deadline"),
        (Field.Visibility, "", "visibility"),
        (Field.BlindSummary, "", "blindSummary"),
        (Field.Language, "language", "language"),
        (Field.OrganisationId, "organisationId", "organisationId"),
        (Field.Publish, "publish", "publish"),
        (Field.Errors, "_errors", "_errors"),
    ];

    private static readonly FrozenDictionary<string, Field> OfListing = Index(n => n.Listing);
    private static readonly FrozenDictionary<string, Field> OfNeed = Index(n => n.Need);

    public static FrozenDictionary<string, Field> For(ImportKind kind) => kind == ImportKind.Listings ? OfListing : OfNeed;

    public static string Of(Field field, ImportKind kind) =>
        Names.Where(n => n.Field == field).Select(n => kind == ImportKind.Listings ? n.Listing : n.Need).First();

    private static FrozenDictionary<string, Field> Index(Func<(Field Field, string Listing, string Need), string> name) =>
        Names.Where(n => name(n).Length > 0).ToFrozenDictionary(name, n => n.Field, StringComparer.Ordinal);
}
