using System.Buffers;

namespace TechBroker.Matching.Indexing;

/// <summary>Search by text alone, in two steps: collect under the index's lock, filter and order outside of it.</summary>
internal static class Searching
{
    public static List<Found> Hits(Document query, SideIndex side, ListingStatistics statistics, double half)
    {
        var documents = side.Documents;
        var rented = ArrayPool<long>.Shared.Rent(documents.Length);
        var sums = rented.AsSpan(0, documents.Length);
        sums.Clear();
        Overlap.AddUp(query, side, statistics, sums);
        var hits = new List<Found>();
        for (var slot = 0; slot < sums.Length; slot++)
        {
            if (sums[slot] > 0)
            {
                var overlap = Overlap.Scaled(sums[slot], side.Keys[slot].Scale, query.Scale);
                hits.Add(new Found(documents[slot]!.Item.Id, overlap / (overlap + half)));
            }
        }

        ArrayPool<long>.Shared.Return(rented);
        return hits;
    }

    /// <summary>A hit before it is known to be among the best.</summary>
    internal readonly record struct Found(Guid Id, double Score);

    public static IReadOnlyList<SearchHit> Best(List<Found> hits, int k, Func<Guid, bool>? filter)
    {
        var best = new BestOf<Found>(k);
        foreach (var hit in hits)
        {
            if (k > 0 && hit.Score >= best.Threshold && (filter is null || filter(hit.Id)))
            {
                best.Offer(hit, hit.Score, hit.Id);
            }
        }

        return Array.ConvertAll(best.TakeAll(), found => new SearchHit(found.Id, found.Score));
    }
}
