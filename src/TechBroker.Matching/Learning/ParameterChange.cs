namespace TechBroker.Matching.Learning;

/// <summary>One step of a search.</summary>
/// <param name="Apply">Makes the changed parameters.</param>
/// <param name="Data">Whether an item has what the changed number is about; null where every item has.</param>
internal sealed record ParameterChange(Func<MatchingParameters, MatchingParameters> Apply, Func<MarketItem, bool>? Data = null)
{
    private const double Step = 1.5;

    /// <summary>Half and double, where a plateau is wide; every number once up and once down.</summary>
    public static IReadOnlyList<ParameterChange> OfText { get; } =
    [
        Text(text => text with { Need = text.Need with { Description = text.Need.Description / 2 } }),
        Text(text => text with { Need = text.Need with { Description = text.Need.Description * 2 } }),
        Text(text => text with { SingleCharacter = text.SingleCharacter / 2 }),
        Text(text => text with { SingleCharacter = text.SingleCharacter * 2 }),
        Text(text => text with { RarityPower = text.RarityPower * 0.75 }),
        Text(text => text with { RarityPower = text.RarityPower / 0.75 }),
        Text(text => text with { Listing = text.Listing with { LengthNormalization = text.Listing.LengthNormalization / 2 } }),
        Text(text => text with { Listing = text.Listing with { LengthNormalization = (1 + text.Listing.LengthNormalization) / 2 } }),
    ];

    /// <summary>Each scorer's weight two thirds and half as much again.</summary>
    public static IReadOnlyList<ParameterChange> OfScorers { get; } =
    [
        .. Both((weights, by) => weights with { Field = weights.Field * by }, item => item.Fields.Count > 0),
        .. Both((weights, by) => weights with { Readiness = weights.Readiness * by }, item => item.Trl is not null),
        .. Both((weights, by) => weights with { Cooperation = weights.Cooperation * by }, item => item.CooperationModes.Count > 0),
        .. Both((weights, by) => weights with { Price = weights.Price * by }, item => item.Price is not null),
        .. Both((weights, by) => weights with { Region = weights.Region * by }, item => item.RegionCode is not null),
        .. Both((weights, by) => weights with { IntellectualProperty = weights.IntellectualProperty * by }, item => item.Side is Side.Need || item.Ip.Count > 0),
        .. Both((weights, by) => weights with { Timing = weights.Timing * by }, item => item.Side is Side.Listing ? item.Trl is not null : item is { Deadline: not null, PostedOn: not null }),
        .. Both((weights, by) => weights with { Quantities = weights.Quantities * by }, item => Quantities.Measures.Of(item).Length > 0),
    ];

    /// <summary>A scorer of which one side has no data says nothing about any pair, and each trial costs a whole index.</summary>
    public bool Matters(IReadOnlyList<MarketItem> items) =>
        Data is null || (items.Any(item => item.Side is Side.Listing && Data(item)) && items.Any(item => item.Side is Side.Need && Data(item)));

    private static ParameterChange Text(Func<TextParameters, TextParameters> change) => new(parameters => parameters with { Text = change(parameters.Text) });

    private static IEnumerable<ParameterChange> Both(Func<ScorerWeights, double, ScorerWeights> change, Func<MarketItem, bool> data) =>
        new[] { 1 / Step, Step }.Select(by => new ParameterChange(parameters => parameters with { Weights = change(parameters.Weights, by) }, data));
}
