using System.Buffers;
using TechBroker.Matching.Scoring;

namespace TechBroker.Matching.Indexing;

/// <summary>
/// The exact best k. First the k with the largest overlap are scored in full; the worst of them bounds what any other has to reach,
/// and only those whose overlap makes that possible are scored as well.
/// </summary>
internal sealed class Ranking(Document asking, SideIndex side, ListingStatistics statistics, PairScorer scorer)
{
    /// <summary>In place of a sum: this slot has been scored.</summary>
    private const long Done = -1;

    /// <summary>The bound rises while good pairs are found; working it out costs as much as scoring a few.</summary>
    private const int SlotsPerBound = 2048;

    public IReadOnlyList<Match> Best(int k)
    {
        k = Math.Min(k, side.Count);
        if (k <= 0)
        {
            return [];
        }

        var size = side.Documents.Length;
        var sums = ArrayPool<long>.Shared.Rent(size);
        try
        {
            sums.AsSpan(0, size).Clear();
            Overlap.AddUp(asking, side, statistics, sums);
            return [.. Select(sums.AsSpan(0, size), k).Select(found => scorer.Explain(found))];
        }
        finally
        {
            ArrayPool<long>.Shared.Return(sums);
        }
    }

    private Pair[] Select(Span<long> sums, int k)
    {
        var best = new BestOf<Pair>(k);
        foreach (var slot in LargestOverlaps(sums, k))
        {
            Offer(slot, sums, best);
        }

        var least = new double[scorer.SpokenSets];
        var keys = side.Keys;
        for (var slot = 0; slot < sums.Length; slot++)
        {
            if (slot % SlotsPerBound == 0)
            {
                FillLeastOverlaps(least, best.Threshold);
            }

            if (sums[slot] > 0 && Overlap.Scaled(sums[slot], keys[slot].Scale, asking.Scale) >= least[keys[slot].Spoken & asking.Facts.Spoken])
            {
                Offer(slot, sums, best);
            }
        }

        foreach (var root in asking.Facts.Fields.Select(field => field.Root).Distinct())
        {
            foreach (var slot in side.WithFieldRoot(root).Slots)
            {
                if (sums[slot] == 0)
                {
                    Offer(slot, sums, best);
                }
            }
        }

        return best.TakeAll();
    }

    private int[] LargestOverlaps(Span<long> sums, int k)
    {
        var largest = new BestOf<int>(k);
        var keys = side.Keys;
        for (var slot = 0; slot < sums.Length; slot++)
        {
            var overlap = Overlap.Scaled(sums[slot], keys[slot].Scale, asking.Scale);
            if (sums[slot] > 0 && overlap >= largest.Threshold)
            {
                largest.Offer(slot, overlap, side.Documents[slot]!.Item.Id);
            }
        }

        return largest.TakeAll();
    }

    private void FillLeastOverlaps(double[] least, double score)
    {
        for (var set = 0; set < least.Length; set++)
        {
            least[set] = scorer.LeastOverlap(set, score);
        }
    }

    private void Offer(int slot, Span<long> sums, BestOf<Pair> best)
    {
        var other = side.Documents[slot]!;
        var overlap = Overlap.Scaled(sums[slot], other.Scale, asking.Scale);
        var pair = asking.Item.Side == Side.Listing ? new Pair(asking, other, overlap, statistics) : new Pair(other, asking, overlap, statistics);
        sums[slot] = Done;
        if (scorer.Score(pair, best.Threshold) is { } score)
        {
            best.Offer(pair, score, other.Item.Id);
        }
    }
}
