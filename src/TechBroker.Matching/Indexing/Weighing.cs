namespace TechBroker.Matching.Indexing;

/// <summary>What the terms of one document are worth in a state of the market, made once per ranking.</summary>
/// <param name="asking">Opened.</param>
/// <param name="statistics">Of the market as it is ranked.</param>
internal sealed class Weighing(Document asking, ListingStatistics statistics)
{
    private readonly (ulong Term, long Weight)[] own = WeightsOf(asking.Own, statistics.Rarity);
    private readonly (ulong Term, long Weight)[] crossOnOwn = WeightsOf(asking.Cross, statistics.CrossRarity);

    // Where nobody has translations they are never asked for.
    private (ulong Term, long Weight)[]? ownOnCross;

    /// <summary>Adds up the sums with everyone in a part, by slot; removed ones stay at zero, where all begin.</summary>
    public void AddUp(Part part, Span<long> sums)
    {
        AddUp(own, part.Segment.Own, sums);
        if (part.Segment.Cross.Terms.Length > 0)
        {
            AddUp(ownOnCross ??= WeightsOf(asking.Own, statistics.CrossRarity), part.Segment.Cross, sums);
        }

        AddUp(crossOnOwn, part.Segment.Own, sums);
        part.Forget(sums);
    }

    private static void AddUp((ulong Term, long Weight)[] terms, TermLists lists, Span<long> sums)
    {
        foreach (var (term, weight) in terms)
        {
            var list = lists.Find(term);
            if (!list.IsEmpty)
            {
                PostingCode.AddUp(list, weight, sums);
            }
        }
    }

    private static (ulong Term, long Weight)[] WeightsOf(TermImpacts terms, Func<ulong, int> rarity)
    {
        var weights = new (ulong, long)[terms.Terms.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = (terms.Terms[i], (long)terms.Impacts[i] * rarity(terms.Terms[i]));
        }

        return weights;
    }
}
