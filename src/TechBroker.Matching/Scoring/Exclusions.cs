namespace TechBroker.Matching.Scoring;

/// <summary>
/// Hard conditions. There is one, because everything else can be negotiated: a price so far above the budget that even a tenth of
/// it could not be paid. Ordinary distance is the price scorer's affair.
/// </summary>
internal static class Exclusions
{
    /// <returns>The code of the broken condition, or null.</returns>
    public static string? Of(in Pair pair, double hopelessPriceRatio) =>
        PriceScorer.Ratio(pair.Listing.Facts, pair.Need.Facts) > hopelessPriceRatio ? Verdicts.FarAboveBudget : null;
}
