namespace TechBroker.Matching.Indexing;

/// <summary>
/// The raw text score of a pair: the sum over common terms of impact × impact × rarity, in whole numbers, so that every way to add
/// them up gives the same, times both scales.
/// </summary>
internal static class Overlap
{
    /// <summary>The largest addend; brings the sum to the order of one.</summary>
    private const double Unit = 255.0 * 255.0 * Rarity.Largest;

    public static double Of(Document listing, Document need, ListingStatistics statistics)
    {
        var (own, cross) = PartsOf(listing, need, statistics);
        return Scaled(own + cross, listing.Scale, need.Scale);
    }

    /// <summary>What the two say themselves, and what one of them has in common with a translation of the other.</summary>
    public static (long Own, long Cross) PartsOf(Document listing, Document need, ListingStatistics statistics) =>
        (Common(listing.Terms, listing.Impacts, need.Terms, need.Impacts, statistics.Rarity),
        Common(listing.CrossTerms, listing.CrossImpacts, need.Terms, need.Impacts, statistics.CrossRarity)
            + Common(listing.Terms, listing.Impacts, need.CrossTerms, need.CrossImpacts, statistics.CrossRarity));

    private static long Common(int[] left, byte[] leftImpacts, int[] right, byte[] rightImpacts, Func<int, int> rarity)
    {
        var sum = 0L;
        for (int i = 0, j = 0; i < left.Length && j < right.Length;)
        {
            var order = left[i] - right[j];
            if (order == 0)
            {
                sum += (long)leftImpacts[i] * rightImpacts[j] * rarity(left[i]);
            }

            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return sum;
    }

    public static double Scaled(long sum, double listingScale, double needScale) => sum / Unit * (listingScale * needScale);

    /// <summary>Adds up the sums of one document with everyone on a side, by slot. They start as zeros.</summary>
    public static void AddUp(Document asking, SideIndex side, ListingStatistics statistics, Span<long> sums)
    {
        for (var i = 0; i < asking.Terms.Length; i++)
        {
            var term = asking.Terms[i];
            AddUp(side.Postings(term), (long)asking.Impacts[i] * statistics.Rarity(term), sums);
            AddUp(side.CrossPostings(term), (long)asking.Impacts[i] * statistics.CrossRarity(term), sums);
        }

        for (var i = 0; i < asking.CrossTerms.Length; i++)
        {
            AddUp(side.Postings(asking.CrossTerms[i]), (long)asking.CrossImpacts[i] * statistics.CrossRarity(asking.CrossTerms[i]), sums);
        }
    }

    private static void AddUp(PostingList postings, long weight, Span<long> sums)
    {
        var slots = postings.Slots;
        var impacts = postings.Impacts[..slots.Length];
        for (var p = 0; p < slots.Length; p++)
        {
            sums[slots[p]] += weight * impacts[p];
        }
    }
}
