using TechBroker.Matching.Quantities;

namespace TechBroker.Matching.Indexing;

/// <summary>What scorers compare, made ready once per item, so that a ranking allocates nothing per candidate.</summary>
internal sealed class Facts
{
    private const int MostPooled = 10_000;

    private static readonly Pool<FieldCode?> FieldCodes = new(MostPooled);
    private static readonly Pool<string[]> ModeSets = new(MostPooled);
    private static readonly Pool<Scoring.Place?> Places = new(MostPooled);
    private static readonly Pool<string> Currencies = new(MostPooled);

    /// <param name="item">Its texts may be left out: what is needed of them is given apart.</param>
    /// <param name="hasText">Whether its texts hold any term.</param>
    /// <param name="measures">The values in its texts.</param>
    public Facts(MarketItem item, bool hasText, Measure[] measures)
    {
        HasText = hasText;
        Measures = measures;
        Fields = [.. item.Fields.Select(code => FieldCodes.Get(code, item.Side, FieldCode.Parse)).OfType<FieldCode>().Distinct()];
        Trl = item.Trl is >= 1 and <= 9 ? item.Trl : null;
        Modes = ModesOf(item);
        Price = item.Price is { MinorUnits: > 0, Currency.Length: > 0 } price
            ? price with { Currency = Currencies.Get(price.Currency, item.Side, currency => currency) }
            : null;
        PriceText = Price is null ? "" : FormattableString.Invariant($"{Price.Currency} {Price.MinorUnits}");
        Place = Places.Get(item.RegionCode ?? "", item.Side, Scoring.Place.Parse);
        Protection = Scoring.Protection.Best(item.Ip);
        Days = item is { PostedOn: { } posted, Deadline: { } deadline } ? deadline.DayNumber - posted.DayNumber : null;
        DaysText = Days is { } days ? FormattableString.Invariant($"{days}") : "";
    }

    public bool HasText { get; }

    public Measure[] Measures { get; }

    public FieldCode[] Fields { get; }

    public int? Trl { get; }

    public string[] Modes { get; }

    public Price? Price { get; }

    public string PriceText { get; }

    public Scoring.Place? Place { get; }

    public Scoring.Protection? Protection { get; }

    /// <summary>From posting to deadline; may be negative in imported data.</summary>
    public int? Days { get; }

    public string DaysText { get; }

    /// <summary>Bit i is set if the i-th scorer could say something about a pair with this item.</summary>
    public int Spoken { get; set; }

    private static string[] ModesOf(MarketItem item)
    {
        string[] modes = [.. item.CooperationModes.Where(mode => mode.Length > 0).Distinct(StringComparer.Ordinal)];
        return Array.Exists(modes, mode => mode.Contains(',', StringComparison.Ordinal)) ? modes : ModeSets.Get(string.Join(',', modes), item.Side, _ => modes);
    }
}
