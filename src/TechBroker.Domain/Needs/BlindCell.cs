using TechBroker.Domain.Vocabularies;

namespace TechBroker.Domain.Needs;

/// <summary>
/// The coarse region and field that a blind need shows of itself. Region is a province (110000) or a country (CN, DE), field the top
/// term of a vocabulary (<c>industries:C</c>); null shows nothing.
/// </summary>
/// <remarks>
/// The finest cell is shown that enough organisations share, so that whoever reads it cannot tell which of them asks (k-anonymity). Only
/// public facts count towards it: if hidden needs did, one of them could be felt through another's cell. It is settled when the need
/// is published, or when a revision changes its region or fields, and kept: cells that followed the market would, laid over each other, leave fewer organisations
/// than each of them has. A free term is never shown: it is as telling as any word of the text.
/// </remarks>
public sealed record BlindCell(string? Region, string? Field)
{
    /// <summary>A cell must be shared by this many organisations.</summary>
    public const int LeastOrganisations = 5;

    public const string HomeCountry = "CN";

    /// <summary>More fields than these few would make nothing coarser or finer that anybody needs, and each is looked up.</summary>
    private const int MostFields = 3;

    public static readonly BlindCell None = new(null, null);

    /// <summary>
    /// Every cell that holds the need, in order of preference: with a field before without, a province before its country; the field
    /// alone where even the country tells too much (a foreign one, say, with few organisations). Fields in the need's order. The last is <see cref="None"/>.
    /// </summary>
    public static IEnumerable<BlindCell> Around(NeedContent need, VocabularySet vocabularies)
    {
        var regions = RegionsOf(need.RegionCode).ToList();
        var fields = need.Fields.Select(code => TopOf(code, vocabularies)).OfType<string>().Distinct(StringComparer.Ordinal).Take(MostFields).ToList();
        return
        [
            .. regions.SelectMany(region => fields.Select(field => new BlindCell(region, field))),
            .. regions.Select(region => new BlindCell(region, null)),
            .. fields.Select(field => new BlindCell(null, field)),
            None,
        ];
    }

    private static IEnumerable<string> RegionsOf(string? code) => code switch
    {
        null or "" => [],
        _ when char.IsAsciiDigit(code[0]) => [code[..2] + "0000", HomeCountry],
        _ => [code],
    };

    /// <summary>The highest term above a code of a vocabulary of fields; null for a free term.</summary>
    private static string? TopOf(string code, VocabularySet vocabularies)
    {
        if (code.Split(':', 2) is not [var id, var term] || !VocabularySet.OfFields.Contains(id) || vocabularies.Find(id)?.ByCode(term) is not { } top)
        {
            return null;
        }

        // An operator's file may name parents that are missing or go round in a circle.
        for (var levels = vocabularies[id].Terms.Count; top.Parent is { } parent && vocabularies[id].ByCode(parent) is { } above && levels > 0; levels--)
        {
            top = above;
        }

        return $"{id}:{top.Code}";
    }
}
