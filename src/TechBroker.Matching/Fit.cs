using System.Globalization;
using TechBroker.Matching.Learning;

namespace TechBroker.Matching;

/// <summary>Fits parameters to judged pairs. The same input gives the same parameters.</summary>
public static class Fit
{
    /// <summary>Half as many pairs are graded as high as people graded them: see <see cref="Calibration.Fit"/>.</summary>
    private const double LeastShare = 0.5;

    /// <summary>
    /// Fits a few weights of the text, each only if that clearly pays, and then the levels. What comes back has a version of its own
    /// and says how many pairs it was fitted on; the caller may put better names to both.
    /// </summary>
    /// <returns><paramref name="start"/> itself if no judged pair is known.</returns>
    public static MatchingParameters Run(
        IEnumerable<MarketItem> listings,
        IEnumerable<MarketItem> needs,
        IReadOnlyList<JudgedPair> train,
        MatchingParameters start)
    {
        var items = listings.Concat(needs).ToList();
        var pairs = new ScoredPairs(items, start).Of(train);
        if (pairs.Count == 0)
        {
            return start;
        }

        var text = new TextFit(items, train).Improve(start);
        var scored = new ScoredPairs(items, text).Of(train);

        // A level that nobody was judged to have starts at 1, where no text gets; a score of 0 is level 1 whatever was judged.
        var fitted = text with { Levels = [.. Calibration.Fit(scored, LeastShare).Select(level => Math.Clamp(level, 1e-6, 1))] };
        return fitted with
        {
            Version = start.Version + "-fit" + Fingerprint(fitted),
            TrainedOn = string.Create(
                CultureInfo.InvariantCulture,
                $"{scored.Count} judged pairs of {scored.Select(pair => pair.Judged.NeedId).Distinct().Count()} needs, from version {start.Version}"),
            Notes = [],
        };
    }

    // FNV-1a: enough to keep two fits apart, and the same everywhere.
    private static string Fingerprint(MatchingParameters parameters)
    {
        var hash = 2166136261;
        foreach (var c in parameters.ToJson())
        {
            hash = unchecked((hash ^ c) * 16777619);
        }

        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
