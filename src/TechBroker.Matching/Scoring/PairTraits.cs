using TechBroker.Matching.Indexing;
using TechBroker.Matching.Vectors;

namespace TechBroker.Matching.Scoring;

/// <summary>The traits of pairs in one state of the market. Remembers what it has worked out of each need and item: for one ranking, and so for one thread.</summary>
internal sealed class PairTraits(MatchingParameters parameters, ListingStatistics statistics, Likenesses? likenesses)
{
    private readonly Dictionary<Guid, double> known = [];

    /// <param name="pair">With both documents opened.</param>
    public Traits Of(in Pair pair) => new(GeneralityOf(pair.Need), likenesses?.Above(pair.Listing.Item, pair.Need.Item) ?? 0);

    private double GeneralityOf(Document need)
    {
        if (!known.TryGetValue(need.Id, out var generality))
        {
            known.Add(need.Id, generality = Generality.Of(need, statistics, parameters));
        }

        return generality;
    }
}
