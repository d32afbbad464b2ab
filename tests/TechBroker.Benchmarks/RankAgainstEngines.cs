using TechBroker.Benchmarks.Peers;
using TechBroker.Matching;

namespace TechBroker.Benchmarks;

/// <summary>
/// B1: the best 10 listings for a need of 300 Chinese characters, exactly. This engine ranks with all scorers and reasons; SQLite FTS5 and
/// Xapian order by bm25 over the same tokens. B3: the same ranking against the text score alone. Interleaved, and this engine's answer is
/// first compared with scoring every pair.
/// </summary>
internal static class RankAgainstEngines
{
    private const int Top = 10, Rounds = 7, NeedLength = 300, Needs = 5;

    public static int Run(int[] sizes)
    {
        Measure.PrintMachine();
        foreach (var size in sizes)
        {
            Run(size);
        }

        return 0;
    }

    private static void Run(int size)
    {
        var corpus = new Corpus(seed: 1);
        var listings = Enumerable.Range(0, size).Select(_ => corpus.Item(Side.Listing, 300)).ToList();
        var needs = Enumerable.Range(0, Needs).Select(_ => corpus.Item(Side.Need, NeedLength)).ToList();
        var index = new MarketIndex(MatchingParameters.Default);
        var build = Measure.Milliseconds(() => index.Put(listings));
        index.Put(needs);
        CheckAgainstEveryPair(index, listings, needs[0]);

        var words = new TermWords();
        using var fts = new Fts5Peer(listings.Select(words.Of));
        using var xapian = XapianPeer.Start();
        var queries = needs.ConvertAll(need => Fts5Peer.Query(words.Of(need)));
        if (xapian is not null)
        {
            listings.ForEach(listing => xapian.Document(words.Of(listing)));
            needs.ForEach(need => xapian.Query(words.Of(need)));
            xapian.Run(Top);
        }

        var text = new TextAlone(index);
        var (ours, texts, ftses, xapians) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            ours.Add(Measure.Milliseconds(() => needs.ForEach(n => index.Rank(Side.Need, n.Id, Top))) / Needs);
            texts.Add(Measure.Milliseconds(() => needs.ForEach(n => text.Best(n.Id, Top))) / Needs);
            ftses.Add(Measure.Milliseconds(() => queries.ForEach(q => fts.Best(q, Top))) / Needs);
            if (xapian is not null)
            {
                xapians.Add(xapian.Run(Top).Milliseconds);
            }
        }

        Measure.Print($"B1 {size:N0} listings, need of {NeedLength} characters, top {Top}, median of {Rounds} rounds over {Needs} needs; index built in {build / 1000:0.0} s:");
        Measure.PrintLine("TechBroker, all scorers and reasons", ours, ours);
        Measure.PrintLine("FTS5 bm25", ftses, ours);
        if (xapian is null)
        {
            Console.WriteLine($"  {XapianPeer.Missing}");
        }
        else
        {
            Measure.PrintLine($"Xapian {xapian.Version} bm25", xapians, ours);
        }

        Measure.PrintLine("B3: text score alone, without reasons", texts, ours);
    }

    private static void CheckAgainstEveryPair(MarketIndex index, List<MarketItem> listings, MarketItem need)
    {
        var ranked = index.Rank(Side.Need, need.Id, Top).Select(m => (m.ListingId, m.Score));
        var brute = listings.Select(l => (l.Id, Score: index.RawScore(l.Id, need.Id)!.Value)).Where(pair => pair.Score > 0)
            .OrderByDescending(pair => pair.Score).ThenBy(pair => pair.Id).Take(Top);
        if (!ranked.SequenceEqual(brute))
        {
            throw new InvalidOperationException("The ranking differs from scoring every pair.");
        }
    }
}
