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
        var sum = 0L;
        for (int i = 0, j = 0; i < listing.Terms.Length && j < need.Terms.Length;)
        {
            var order = listing.Terms[i] - need.Terms[j];
            if (order == 0)
            {
                sum += (long)listing.Impacts[i] * need.Impacts[j] * statistics.Rarity(listing.Terms[i]);
            }

            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return Scaled(sum, listing.Scale, need.Scale);
    }

    public static double Scaled(long sum, double listingScale, double needScale) => sum / Unit * (listingScale * needScale);

    /// <summary>Adds up the sums of one document with everyone on a side, by slot. They start as zeros.</summary>
    public static void AddUp(Document asking, SideIndex side, ListingStatistics statistics, Span<long> sums)
    {
        for (var i = 0; i < asking.Terms.Length; i++)
        {
            var postings = side.Postings(asking.Terms[i]);
            var weight = (long)asking.Impacts[i] * statistics.Rarity(asking.Terms[i]);
            var slots = postings.Slots;
            var impacts = postings.Impacts[..slots.Length];
            for (var p = 0; p < slots.Length; p++)
            {
                sums[slots[p]] += weight * impacts[p];
            }
        }
    }
}
