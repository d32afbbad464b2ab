namespace TechBroker.Matching.Indexing;

/// <summary>The worst pair that a need still keeps: a listing has to beat it to get in.</summary>
/// <param name="Score">Its score.</param>
/// <param name="ListingId">Its listing; with equal scores the smaller id is better.</param>
/// <param name="LeastOverlap">Below this overlap the score cannot be reached.</param>
internal sealed record Bar(double Score, Guid ListingId, double LeastOverlap)
{
    public static readonly Bar None = new(0, Guid.AllBitsSet, 0);

    public bool IsBeatenBy(double score, Guid listingId) => score > Score || (score == Score && listingId.CompareTo(ListingId) < 0);
}
