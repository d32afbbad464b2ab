using TechBroker.Matching.Learning;

namespace TechBroker.Matching;

/// <summary>Fits parameters to judged pairs. The same input gives the same parameters.</summary>
public static class Fit
{
    /// <summary>Fits the level thresholds. The caller names the version, the training set and the figures of what comes back.</summary>
    public static MatchingParameters Run(
        IEnumerable<MarketItem> listings,
        IEnumerable<MarketItem> needs,
        IReadOnlyList<JudgedPair> train,
        MatchingParameters start)
    {
        var scored = new ScoredPairs(listings, needs, start).Of(train);
        return scored.Count == 0 ? start : start with { Levels = Calibration.Fit(scored) };
    }
}
