namespace TechBroker.Matching.Indexing;

/// <summary>
/// The raw text score of a pair: the sum over common terms of impact × impact × rarity, in whole numbers, so that every way to add
/// them up gives the same, times both scales. Own terms meet own terms, and the translations of either side meet the other's own terms;
/// translations never meet each other.
/// </summary>
internal static class Overlap
{
    /// <summary>The largest addend; brings the sum to the order of one.</summary>
    private const double Unit = 255.0 * 255.0 * Rarity.Largest;

    /// <param name="listing">Opened.</param>
    /// <param name="need">Opened.</param>
    /// <param name="statistics">Of the market that the pair stands in.</param>
    public static double Of(Document listing, Document need, ListingStatistics statistics)
    {
        var parts = PartsOf(listing, need, statistics);
        return Scaled(parts.Own + parts.Cross, listing.Scale, need.Scale);
    }

    /// <summary>The sum in two: what both say in the same words, and what one says in a translation of the other's words.</summary>
    public static OverlapParts PartsOf(Document listing, Document need, ListingStatistics statistics) => new(
        SumOf(listing.Own, need.Own, statistics.Rarity),
        SumOf(listing.Own, need.Cross, statistics.CrossRarity) + SumOf(listing.Cross, need.Own, statistics.CrossRarity));

    public static double Scaled(long sum, double listingScale, double needScale) => sum / Unit * (listingScale * needScale);

    private static long SumOf(TermImpacts listing, TermImpacts need, Func<ulong, int> rarity)
    {
        var sum = 0L;
        for (int i = 0, j = 0; i < listing.Terms.Length && j < need.Terms.Length;)
        {
            var order = listing.Terms[i].CompareTo(need.Terms[j]);
            if (order == 0)
            {
                sum += (long)listing.Impacts[i] * need.Impacts[j] * rarity(listing.Terms[i]);
            }

            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return sum;
    }
}
