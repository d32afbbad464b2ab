using System.Buffers;
using TechBroker.Matching.Scoring;

namespace TechBroker.Matching.Indexing;

/// <summary>
/// The exact best. First the k with the largest overlap are scored in full; the worst of them bounds what any other has to reach,
/// and only those whose overlap makes that possible are scored as well.
/// </summary>
internal sealed class Ranking(Document asking, SideIndex side, ListingStatistics statistics, PairScorer scorer)
{
    /// <summary>In place of a sum: this slot has been scored.</summary>
    private const long Done = -1;

    /// <summary>The bound rises while good pairs are found; working it out costs as much as scoring a few.</summary>
    private const int SlotsPerBound = 2048;

    /// <summary>The best k, and beyond them whoever reaches the score, at most <paramref name="limit"/> in all.</summary>
    public IReadOnlyList<Match> Best(int k, double atScore, int limit)
    {
        limit = Math.Min(limit, side.Count);
        k = Math.Min(k, limit);
        if (limit <= 0 || (k <= 0 && double.IsInfinity(atScore)))
        {
            return [];
        }

        var size = side.Documents.Length;
        var sums = ArrayPool<long>.Shared.Rent(size);
        try
        {
            sums.AsSpan(0, size).Clear();
            Overlap.AddUp(asking, side, statistics, sums);
            var best = new Shortlist(Math.Max(k, 0), atScore, limit);
            Fill(best, sums.AsSpan(0, size), k);
            return [.. best.TakeAll().Select(found => scorer.Explain(found))];
        }
        finally
        {
            ArrayPool<long>.Shared.Return(sums);
        }
    }

    private void Fill(Shortlist best, Span<long> sums, int k)
    {
        foreach (var slot in LargestOverlaps(sums, Math.Max(k, 1)))
        {
            Offer(slot, sums, best);
        }

        var least = new double[scorer.SpokenSets];
        var keys = side.Keys;
        for (var slot = 0; slot < sums.Length; slot++)
        {
            if (slot % SlotsPerBound == 0)
            {
                FillLeastOverlaps(least, best.Floor);
            }

            if (sums[slot] > 0 && Overlap.Scaled(sums[slot], keys[slot].Scale, asking.Scale) >= least[keys[slot].Spoken & asking.Facts.Spoken])
            {
                Offer(slot, sums, best);
            }
        }

        FillLeastOverlaps(least, best.Floor);
        foreach (var root in asking.Facts.Fields.Select(field => field.Root).Distinct())
        {
            foreach (var slot in side.WithFieldRoot(root).Slots)
            {
                if (sums[slot] == 0 && least[keys[slot].Spoken & asking.Facts.Spoken] <= 0)
                {
                    Offer(slot, sums, best);
                }
            }
        }
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

    private void Offer(int slot, Span<long> sums, Shortlist best)
    {
        var other = side.Documents[slot]!;
        if (!other.Item.Matched)
        {
            sums[slot] = Done;
            return;
        }

        var overlap = Overlap.Scaled(sums[slot], other.Scale, asking.Scale);
        var pair = asking.Item.Side == Side.Listing ? new Pair(asking, other, overlap, statistics) : new Pair(other, asking, overlap, statistics);
        sums[slot] = Done;
        if (scorer.Score(pair, best.Floor) is { } score)
        {
            best.Offer(pair, score, other.Item.Id);
        }
    }
}
