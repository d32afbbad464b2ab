using TechBroker.Matching.Indexing;

namespace TechBroker.Matching.Scoring;

/// <summary>
/// Asking price against budget, in one currency; rates of exchange would be a clock. Asking prices are openings: half as much
/// again is often bridged, so the score falls slowly to 0 at four times the budget.
/// </summary>
internal sealed class PriceScorer : IScorer
{
    private const double LostAt = 4;

    public string Name => "price";

    public double Weight(ScorerWeights weights) => weights.Price;

    /// <summary>A third above the budget, where opening prices and budgets usually meet; to be within it is what everybody expects.</summary>
    public double Neutral => 0.9;

    public bool Speaks(Facts facts, Side side) => facts.Price is not null;

    public Opinion? Judge(in Pair pair)
    {
        if (Ratio(pair.Listing.Facts, pair.Need.Facts) is not { } ratio)
        {
            return null;
        }

        var verdict = ratio switch { <= 1 => Verdicts.WithinBudget, <= 2 => Verdicts.AboveBudget, _ => Verdicts.FarAboveBudget };
        var score = ratio <= 1 ? 1 : Math.Max(0, (LostAt - ratio) / (LostAt - 1));
        return new Opinion(score, verdict, pair.Listing.Facts.PriceText, pair.Need.Facts.PriceText);
    }

    /// <summary>Price over budget; null without both or in two currencies.</summary>
    public static double? Ratio(Facts listing, Facts need) =>
        listing.Price is { } asked && need.Price is { } budget && asked.Currency == budget.Currency
            ? (double)asked.MinorUnits / budget.MinorUnits
            : null;
}
