using System.Buffers;
using TechBroker.Matching.Scoring;

namespace TechBroker.Matching.Indexing;

/// <summary>
/// The exact best. First the k with the largest overlap are scored in full; the worst of them bounds what any other has to reach,
/// and only those whose overlap makes that possible are scored as well.
/// </summary>
internal sealed class Ranking(Document asking, Weighing weighing, SideIndex side, ListingStatistics statistics, PairScorer scorer)
{
    /// <summary>In place of a sum: this slot has been scored.</summary>
    private const long Done = -1;

    /// <summary>The bound rises while good pairs are found; working it out costs as much as scoring a few.</summary>
    private const int SlotsPerBound = 2048;

    /// <summary>The best k, and beyond them whoever reaches the score, at most <paramref name="limit"/> in all; best first.</summary>
    public IReadOnlyList<Pair> Best(int k, double atScore, int limit)
    {
        limit = Math.Min(limit, side.Count);
        k = Math.Min(k, limit);
        if (limit <= 0 || (k <= 0 && double.IsInfinity(atScore)))
        {
            return [];
        }

        var rented = ArrayPool<long>.Shared.Rent(side.Slots);
        try
        {
            var sums = rented.AsSpan(0, side.Slots);
            sums.Clear();
            var best = new Shortlist(Math.Max(k, 0), atScore, limit);
            Fill(best, sums, k);
            return best.TakeAll();
        }
        finally
        {
            ArrayPool<long>.Shared.Return(rented);
        }
    }

    private void Fill(Shortlist best, Span<long> sums, int k)
    {
        foreach (var (part, slot, at) in LargestOverlaps(sums, Math.Max(k, 1)))
        {
            Offer(part, slot, ref sums[at], best);
        }

        var least = new double[scorer.SpokenSets];
        var start = 0;
        foreach (var part in side.Parts)
        {
            OfferByText(part, sums.Slice(start, part.Slots), least, best);
            start += part.Slots;
        }

        FillLeastOverlaps(least, best.Floor);
        OfferByField(sums, least, best);
    }

    /// <summary>Adds up the sums on the way.</summary>
    private (Part Part, int Slot, int At)[] LargestOverlaps(Span<long> sums, int k)
    {
        var largest = new BestOf<(Part, int, int)>(k);
        var start = 0;
        foreach (var part in side.Parts)
        {
            var ofPart = sums.Slice(start, part.Slots);
            weighing.AddUp(part, ofPart);
            var keys = part.Segment.Keys.AsSpan(0, ofPart.Length);
            var threshold = largest.Threshold;
            for (var slot = 0; slot < ofPart.Length; slot++)
            {
                if (ofPart[slot] > 0 && Overlap.Scaled(ofPart[slot], keys[slot].Scale, asking.Scale) is var overlap && overlap >= threshold)
                {
                    largest.Offer((part, slot, start + slot), overlap, part.Segment.Documents[slot].Id);
                    threshold = largest.Threshold;
                }
            }

            start += part.Slots;
        }

        return largest.TakeAll();
    }

    private void OfferByText(Part part, Span<long> sums, double[] least, Shortlist best)
    {
        var keys = part.Segment.Keys.AsSpan(0, sums.Length);
        for (var slot = 0; slot < sums.Length; slot++)
        {
            if (slot % SlotsPerBound == 0)
            {
                FillLeastOverlaps(least, best.Floor);
            }

            if (sums[slot] > 0 && Overlap.Scaled(sums[slot], keys[slot].Scale, asking.Scale) >= least[keys[slot].Spoken & asking.Facts.Spoken])
            {
                Offer(part, slot, ref sums[slot], best);
            }
        }
    }

    private void OfferByField(Span<long> sums, double[] least, Shortlist best)
    {
        if (!least.Any(overlap => overlap <= 0))
        {
            return;
        }

        foreach (var root in asking.Facts.Fields.Select(field => TermHash.Of(field.Root)).Distinct())
        {
            var start = 0;
            foreach (var part in side.Parts)
            {
                foreach (var slot in part.SlotsWithRoot(root))
                {
                    if (sums[start + slot] == 0 && least[part.Segment.Keys[slot].Spoken & asking.Facts.Spoken] <= 0)
                    {
                        Offer(part, slot, ref sums[start + slot], best);
                    }
                }

                start += part.Slots;
            }
        }
    }

    private void FillLeastOverlaps(double[] least, double score)
    {
        for (var set = 0; set < least.Length; set++)
        {
            least[set] = scorer.LeastOverlap(set, score);
        }
    }

    private void Offer(Part part, int slot, ref long sum, Shortlist best)
    {
        var other = part.Segment.Documents[slot];
        var overlap = Overlap.Scaled(sum, other.Scale, asking.Scale);
        sum = Done;
        if (!other.Matched)
        {
            return;
        }

        var pair = asking.Side == Side.Listing ? new Pair(asking, other, overlap, statistics) : new Pair(other, asking, overlap, statistics);
        if (scorer.Score(pair, best.Floor) is { } score)
        {
            best.Offer(pair, score, other.Id);
        }
    }
}
