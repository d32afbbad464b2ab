using TechBroker.Matching;
using TechBroker.Matching.Indexing;
using TechBroker.Matching.Tokens;

namespace TechBroker.Benchmarks;

/// <summary>The best listings by their words alone: what B3 compares all scorers and reasons with.</summary>
internal sealed class TextAlone(MarketIndex index)
{
    private readonly TermAnalyzer analyzer = new(MatchingParameters.Default.Text);

    public Guid[] Best(Guid needId, int k)
    {
        var listings = index.State.Listings;
        var need = index.State.Find(Side.Need, needId)!.Opened(analyzer);
        var weighing = new Weighing(need, new ListingStatistics(MatchingParameters.Default.Text, listings));
        var best = new BestOf<Guid>(k);
        foreach (var part in listings.Parts)
        {
            var sums = System.Buffers.ArrayPool<long>.Shared.Rent(part.Slots);
            sums.AsSpan(0, part.Slots).Clear();
            weighing.AddUp(part, sums);
            for (var slot = 0; slot < part.Slots; slot++)
            {
                if (sums[slot] > 0 && Overlap.Scaled(sums[slot], part.Segment.Keys[slot].Scale, need.Scale) is var overlap && overlap >= best.Threshold)
                {
                    best.Offer(part.Segment.Documents[slot].Id, overlap, part.Segment.Documents[slot].Id);
                }
            }

            System.Buffers.ArrayPool<long>.Shared.Return(sums);
        }

        return best.TakeAll();
    }
}
