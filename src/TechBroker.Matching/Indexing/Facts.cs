namespace TechBroker.Matching.Indexing;

/// <summary>What scorers compare, made ready once per item, so that a ranking allocates nothing per candidate.</summary>
internal sealed class Facts
{
    public Facts(MarketItem item, bool hasText)
    {
        HasText = hasText;
        Fields = [.. item.Fields.Select(FieldCode.Parse).OfType<FieldCode>().Distinct()];
        Trl = item.Trl is >= 1 and <= 9 ? item.Trl : null;
        Modes = [.. item.CooperationModes.Where(mode => mode.Length > 0).Distinct(StringComparer.Ordinal)];
        Price = item.Price is { MinorUnits: > 0, Currency.Length: > 0 } price ? price : null;
        PriceText = Price is null ? "" : FormattableString.Invariant($"{Price.Currency} {Price.MinorUnits}");
        Place = Scoring.Place.Parse(item.RegionCode);
        Protection = Scoring.Protection.Best(item.Ip);
        Days = item is { PostedOn: { } posted, Deadline: { } deadline } ? deadline.DayNumber - posted.DayNumber : null;
        DaysText = Days is { } days ? FormattableString.Invariant($"{days}") : "";
    }

    public bool HasText { get; }

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
}
