using TechBroker.Benchmarks.Peers;
using TechBroker.Matching;

namespace TechBroker.Benchmarks;

/// <summary>
/// B2: a new listing finds its place among stored needs, each with its best 50. Once over the needs' lists with the bar of each, against
/// asking every need again and against asking FTS5 for every need; both of those are measured on a sample of needs, and multiplied. On the
/// sample the answer is first compared with the needs' rankings.
/// </summary>
internal static class NewListingAmongNeeds
{
    private const int Top = 50, Rounds = 7, Newcomers = 10, Sample = 200;

    public static int Run(int needCount, int listingCount)
    {
        Measure.PrintMachine();
        var corpus = new Corpus(seed: 2);
        var listings = Enumerable.Range(0, listingCount).Select(_ => corpus.Item(Side.Listing, 300)).ToList();
        var needs = Enumerable.Range(0, needCount).Select(_ => corpus.Item(Side.Need, 300)).ToList();
        var newcomers = Enumerable.Range(0, Newcomers).Select(_ => corpus.Item(Side.Listing, 300)).ToList();
        var index = new MarketIndex(MatchingParameters.Default);
        index.Put(listings);
        index.Put(needs);

        // They count in the statistics from the beginning, so that bars and new scores are of one state.
        index.Put(newcomers.ConvertAll(newcomer => newcomer with { Matched = false }));
        var bars = Measure.Milliseconds(() => needs.ForEach(need => SetBar(index, need.Id)));
        index.Put(newcomers);
        var sample = needs.Take(Sample).ToList();
        Check(index, newcomers, sample);

        var words = new TermWords();
        using var fts = new Fts5Peer(listings.Concat(newcomers).Select(words.Of));
        var queries = sample.ConvertAll(need => Fts5Peer.Query(words.Of(need)));
        var (ours, again, ftses) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            var some = sample.Skip(round * 20 % Sample).Take(20).ToList();
            ours.Add(Measure.Milliseconds(() => newcomers.ForEach(n => index.Entering(n.Id))) / Newcomers);
            again.Add(Measure.Milliseconds(() => some.ForEach(n => index.Rank(Side.Need, n.Id, Top))) / some.Count * needCount);
            ftses.Add(Measure.Milliseconds(() => queries.Take(3).ToList().ForEach(q => fts.Best(q, Top))) / 3 * needCount);
        }

        var entered = newcomers.Average(n => index.Entering(n.Id).Count);
        Measure.Print($"B2 a new listing among {needCount:N0} needs with their best {Top} of {listingCount:N0} listings, enters {entered:0} of them; bars set in {bars / 1000:0} s; median of {Rounds} rounds:");
        Measure.PrintLine("TechBroker, exactly", ours, ours);
        Measure.PrintLine("asking every need again (sample x needs)", again, ours);
        Measure.PrintLine("FTS5, asking every need (sample x needs)", ftses, ours);
        return 0;
    }

    private static void SetBar(MarketIndex index, Guid needId)
    {
        var best = index.Rank(Side.Need, needId, Top);
        if (best.Count == Top)
        {
            index.SetBar(needId, best[^1].Score, best[^1].ListingId);
        }
    }

    private static void Check(MarketIndex index, List<MarketItem> newcomers, List<MarketItem> sample)
    {
        foreach (var newcomer in newcomers)
        {
            // The others of the newcomers must not push each other out: each is compared with the listings that were there before.
            index.Put(newcomers.ConvertAll(other => other with { Matched = other.Id == newcomer.Id }));
            var entered = index.Entering(newcomer.Id).ToDictionary(entrance => entrance.NeedId, entrance => entrance.Score);
            foreach (var need in sample)
            {
                var place = index.Rank(Side.Need, need.Id, Top).FirstOrDefault(match => match.ListingId == newcomer.Id);
                if (place?.Score != (entered.TryGetValue(need.Id, out var score) ? score : null))
                {
                    throw new InvalidOperationException("What the listing enters differs from asking the need.");
                }
            }
        }

        index.Put(newcomers);
    }
}
