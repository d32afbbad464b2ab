using System.Buffers;

namespace TechBroker.Matching.Indexing;

/// <summary>Search by text alone. Hits are collected under the index's lock and ordered outside of it.</summary>
internal sealed class Searching(Document query, ListingStatistics statistics, double half)
{
    /// <summary>Everything of the side that shares a term with the query, in no order.</summary>
    public List<SearchHit> Hits(SideIndex side)
    {
        var documents = side.Documents;
        var rented = ArrayPool<long>.Shared.Rent(documents.Length);
        var sums = rented.AsSpan(0, documents.Length);
        sums.Clear();
        Overlap.AddUp(query, side, statistics, sums);
        var hits = new List<SearchHit>();
        for (var slot = 0; slot < sums.Length; slot++)
        {
            if (sums[slot] > 0)
            {
                hits.Add(HitOf(documents[slot]!, Overlap.Scaled(sums[slot], side.Keys[slot].Scale, query.Scale)));
            }
        }

        ArrayPool<long>.Shared.Return(rented);
        return hits;
    }

    /// <summary>Those of a few documents that share a term with the query.</summary>
    public IEnumerable<SearchHit> Hits(IEnumerable<Document?> documents) => documents.OfType<Document>()
        .Select(document => HitOf(document, Overlap.Of(document, query, statistics)))
        .Where(hit => hit.Score > 0);

    /// <summary>What was found by two texts counts once, with the better score.</summary>
    public static IEnumerable<SearchHit> BestOfEach(IEnumerable<SearchHit> hits) => hits.GroupBy(hit => hit.Id, (_, same) => same.MaxBy(hit => hit.Score)!);

    public static IReadOnlyList<SearchHit> Best(List<SearchHit> hits, int k)
    {
        var best = new BestOf<SearchHit>(k);
        foreach (var hit in hits)
        {
            if (k > 0 && hit.Score >= best.Threshold)
            {
                best.Offer(hit, hit.Score, hit.Id);
            }
        }

        return best.TakeAll();
    }

    private SearchHit HitOf(Document document, double overlap) => new(document.Item.Id, overlap / (overlap + half));
}
