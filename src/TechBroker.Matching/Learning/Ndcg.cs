namespace TechBroker.Matching.Learning;

/// <summary>
/// Normalised discounted cumulative gain (Järvelin and Kekäläinen 2002, with the exponential gain of Burges et al. 2005): gain
/// 2^(level-1) - 1, discount log2(rank + 1), over the first ten.
/// </summary>
internal static class Ndcg
{
    private const int Depth = 10;

    /// <summary>One figure for each need that has a pair above level 1, in the order in which the needs first appear.</summary>
    public static IEnumerable<double> ByNeed(IEnumerable<ScoredPair> pairs) =>
        pairs.GroupBy(pair => pair.Judged.NeedId).Where(ofNeed => ofNeed.Any(pair => pair.Judged.Level > 1)).Select(At10);

    /// <summary>0..1 for the judged listings of one need, at least one above level 1; ties by listing id.</summary>
    public static double At10(IEnumerable<ScoredPair> pairs)
    {
        var ranked = pairs.OrderByDescending(pair => pair.Score).ThenBy(pair => pair.Judged.ListingId).Select(pair => pair.Judged.Level).ToList();
        return Gain(ranked) / Gain(ranked.OrderDescending());
    }

    private static double Gain(IEnumerable<int> levels) =>
        levels.Take(Depth).Select((level, place) => ((1 << (level - 1)) - 1) / DeterministicMath.Log2(place + 2)).Sum();
}
