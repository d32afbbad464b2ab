using System.Diagnostics;
using System.Globalization;
using TechBroker.Matching;

namespace TechBroker.Benchmarks;

/// <summary>B7: what a listing costs in memory, what a ranking takes and how soon a worker serves, as the market grows. Each size in a process of its own.</summary>
internal static class GrowthOfMarket
{
    private const int Top = 10, Rounds = 7, Needs = 10, AtOnce = 1024;

    public static int Run(int[] sizes)
    {
        Measure.PrintMachine();
        foreach (var size in sizes)
        {
            using var child = Process.Start(Environment.ProcessPath!, ["b7-one", size.ToString(CultureInfo.InvariantCulture)]);
            child.WaitForExit();
            if (child.ExitCode != 0)
            {
                return child.ExitCode;
            }
        }

        return 0;
    }

    public static int RunOne(int size)
    {
        var corpus = new Corpus(seed: 3);
        var needs = Enumerable.Range(0, Needs).Select(_ => corpus.Item(Side.Need, 300)).ToList();
        var file = Path.Combine(Path.GetTempPath(), $"techbroker-b7-{Environment.ProcessId}.index");
        try
        {
            var (bare, bareRss) = (Memory(), Rss());
            var index = new MarketIndex(MatchingParameters.Default);
            var build = Measure.Milliseconds(() =>
            {
                for (var done = 0; done < size; done += AtOnce)
                {
                    index.Put([.. Enumerable.Range(0, Math.Min(AtOnce, size - done)).Select(_ => corpus.Item(Side.Listing, 300))]);
                }
            });
            Measure.Print($"B7 {size:N0} listings of 300 characters");
            Measure.Print($"  built in {build / 1000:0.0} s, {(Memory() - bare) / (double)size:0} bytes a listing (managed), {(Rss() - bareRss) / (double)size:0} by the process's memory");
            index.Put(needs);
            var before = Answers(index, needs);
            Rank("rank after building", index, needs);
            var save = Measure.Milliseconds(() => Save(index, file));

            index = new MarketIndex(MatchingParameters.Default);
            bare = Memory();
            var load = Measure.Milliseconds(() => Load(index, file));
            var first = Measure.Milliseconds(() => index.Rank(Side.Need, needs[0].Id, Top));
            Measure.Print($"  snapshot of {new FileInfo(file).Length / 1048576.0:0} MB written in {save / 1000:0.0} s; read in {load / 1000:0.0} s, first answer {first:0} ms later, {(Memory() - bare) / (double)size:0} bytes a listing");
            if (Answers(index, needs) != before)
            {
                throw new InvalidOperationException("The index that was read answers otherwise.");
            }

            Rank("rank after reading", index, needs);
            return 0;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void Rank(string what, MarketIndex index, List<MarketItem> needs)
    {
        var times = Enumerable.Range(0, Rounds).Select(_ => Measure.Milliseconds(() => needs.ForEach(n => index.Rank(Side.Need, n.Id, Top))) / Needs).ToList();
        Measure.PrintLine(what, times, times);
    }

    private static string Answers(MarketIndex index, List<MarketItem> needs) =>
        string.Join('\n', needs.SelectMany(need => index.Rank(Side.Need, need.Id, Top)).Select(match => $"{match.NeedId} {match.ListingId} {match.Score:R}"));

    private static void Save(MarketIndex index, string path)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        index.Save(file.Write);
        file.Flush(flushToDisk: true);
    }

    private static void Load(MarketIndex index, string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None, 1 << 20);
        index.Load(file.ReadExactly);
    }

    private static long Memory()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static long Rss() => Process.GetCurrentProcess().WorkingSet64;
}
