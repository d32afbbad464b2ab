using System.Buffers;
using TechBroker.Matching.Scoring;

namespace TechBroker.Matching.Indexing;

/// <summary>Top-k the other way round: which needs a listing gets into, by the bar that each has. One pass over the needs' lists.</summary>
internal sealed class Entering(Document listing, Weighing weighing, ListingStatistics statistics, PairScorer scorer)
{
    private readonly List<Entrance> entrances = [];

    public IReadOnlyList<Entrance> Into(params ReadOnlySpan<SideIndex> sides)
    {
        foreach (var side in sides)
        {
            foreach (var part in side.Parts)
            {
                Into(part);
            }
        }

        return [.. entrances.OrderByDescending(entrance => entrance.Score).ThenBy(entrance => entrance.NeedId)];
    }

    private void Into(Part part)
    {
        var rented = ArrayPool<long>.Shared.Rent(part.Slots);
        var sums = rented.AsSpan(0, part.Slots);
        sums.Clear();
        weighing.AddUp(part, sums);
        for (var slot = 0; slot < sums.Length; slot++)
        {
            if (sums[slot] > 0)
            {
                Try(part, slot, Overlap.Scaled(sums[slot], part.Segment.Keys[slot].Scale, listing.Scale));
            }
        }

        foreach (var slot in listing.Facts.Fields.Select(field => TermHash.Of(field.Root)).Distinct().SelectMany(part.SlotsWithRoot).Distinct())
        {
            if (sums[slot] == 0)
            {
                Try(part, slot, overlap: 0);
            }
        }

        ArrayPool<long>.Shared.Return(rented);
    }

    private void Try(Part part, int slot, double overlap)
    {
        var need = part.Segment.Documents[slot];
        var bar = need.Bar;
        if (overlap >= bar.LeastOverlap && need.Matched
            && scorer.Score(new Pair(listing, need, overlap, statistics), bar.Score) is { } score && bar.IsBeatenBy(score, listing.Id))
        {
            entrances.Add(new Entrance(need.Id, score));
        }
    }
}
