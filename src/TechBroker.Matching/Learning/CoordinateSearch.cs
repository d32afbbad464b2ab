namespace TechBroker.Matching.Learning;

/// <summary>
/// Tries a few changes of the parameters, one after the other, each once and small: what comes out is never far from where it began. A change
/// is kept if the mean nDCG@10 of the training needs rises by more than twice the standard error of its difference. One error would do for one
/// change (Breiman et al. 1984); of twenty, three would pass it by chance, and would not come back on other needs.
/// </summary>
internal sealed class CoordinateSearch(IReadOnlyList<MarketItem> items, IReadOnlyList<JudgedPair> train)
{
    /// <summary>With fewer needs than this a standard error means little.</summary>
    private const int FewestNeeds = 10;

    public MatchingParameters Improve(MatchingParameters start, IEnumerable<ParameterChange> changes)
    {
        var best = start;
        var figures = Figures(best);
        if (figures.Length < FewestNeeds)
        {
            return start;
        }

        foreach (var change in changes.Where(change => change.Matters(items)))
        {
            var candidate = change.Apply(best);
            if (ParameterRules.Broken(candidate) is not null)
            {
                continue;
            }

            var changed = Figures(candidate);
            if (IsClearlyBetter(figures, changed))
            {
                (best, figures) = (candidate, changed);
            }
        }

        return best;
    }

    /// <summary>Whether figures rose beyond what chance would do; both in the same order.</summary>
    internal static bool IsClearlyBetter(IReadOnlyList<double> before, IReadOnlyList<double> after)
    {
        if (before.Count < FewestNeeds)
        {
            return false;
        }

        var differences = before.Zip(after, (old, @new) => @new - old).ToArray();
        var mean = differences.Average();
        var variance = differences.Sum(difference => (difference - mean) * (difference - mean)) / (differences.Length - 1);
        return mean > 2 * Math.Sqrt(variance / differences.Length);
    }

    /// <summary>nDCG@10 of each training need that has a pair above level 1, in the order of the judgements.</summary>
    private double[] Figures(MatchingParameters parameters) =>
        [.. Ndcg.ByNeed(new ScoredPairs(items, parameters).Of(train))];
}
