using System.Buffers;

namespace TechBroker.Matching.Indexing;

/// <summary>Search by text alone.</summary>
internal sealed class Searching(Document query, ListingStatistics statistics, double half)
{
    private readonly Weighing weighing = new(query, statistics);

    /// <summary>Everything of the side that shares a term with the query, in no order.</summary>
    public List<SearchHit> Hits(SideIndex side)
    {
        var rented = ArrayPool<long>.Shared.Rent(side.Slots);
        var hits = new List<SearchHit>();
        foreach (var part in side.Parts)
        {
            var sums = rented.AsSpan(0, part.Slots);
            sums.Clear();
            weighing.AddUp(part, sums);
            for (var slot = 0; slot < sums.Length; slot++)
            {
                if (sums[slot] > 0)
                {
                    hits.Add(HitOf(part.Segment.Documents[slot], Overlap.Scaled(sums[slot], part.Segment.Keys[slot].Scale, query.Scale)));
                }
            }
        }

        ArrayPool<long>.Shared.Return(rented);
        return hits;
    }

    /// <summary>Those of a few documents, opened, that share a term with the query.</summary>
    public IEnumerable<SearchHit> Hits(IEnumerable<Document> documents) => documents
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

    private SearchHit HitOf(Document document, double overlap) => new(document.Id, overlap / (overlap + half));
}
