using TechBroker.Matching;

namespace TechBroker.Benchmarks.Ranking;

/// <summary>techbroker-bench coverage: who gets a proposal, and how many, with and without a limit on listings; needs come in file order, as messages would.</summary>
internal static class Coverage
{
    private const int PerNeed = 10, MostOfANeed = 200;

    public static int Run(string folder, int level)
    {
        var needs = Verbs.MarketFile.Read(new FileInfo(Path.Combine(folder, "needs.jsonl")), Side.Need).Items;
        var listings = Verbs.MarketFile.Read(new FileInfo(Path.Combine(folder, "listings.jsonl")), Side.Listing).Items;
        Print($"{needs.Count} needs, {listings.Count} listings", needs, listings, level);

        // The rarer side is the popular one: with many needs for few listings the limit has something to do.
        Print($"the other way round: {listings.Count} as needs, {needs.Count} as listings", [.. listings.Select(l => l with { Side = Side.Need })], [.. needs.Select(n => n with { Side = Side.Listing })], level);
        return 0;
    }

    private static void Print(string title, List<MarketItem> needs, List<MarketItem> listings, int level)
    {
        var index = new MarketIndex(MatchingParameters.Default);
        index.Put(listings);
        index.Put(needs);
        var wanted = needs.Select(need => index.Rank(Side.Need, need.Id, 0, level, MostOfANeed)).Where(matches => matches.Count > 0).ToList();
        Measure.Print($"\n{title}; {wanted.Count} needs have a match of level {level}, {wanted.SelectMany(m => m).Select(m => m.ListingId).Distinct().Count()} listings are in one\n");
        Console.WriteLine("| limit of a listing | needs with a proposal | listings with a proposal | proposals | most of one listing |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var limit in new[] { int.MaxValue, 50, 10, 5, 2 })
        {
            var (perNeed, perListing) = (new Dictionary<Guid, int>(), new Dictionary<Guid, int>());
            var taken = new HashSet<(Guid, Guid)>();
            foreach (var first in new[] { 1, PerNeed })
            {
                foreach (var match in wanted.SelectMany(m => m))
                {
                    if (perNeed.GetValueOrDefault(match.NeedId) < first && perListing.GetValueOrDefault(match.ListingId) < limit && taken.Add((match.ListingId, match.NeedId)))
                    {
                        perNeed[match.NeedId] = perNeed.GetValueOrDefault(match.NeedId) + 1;
                        perListing[match.ListingId] = perListing.GetValueOrDefault(match.ListingId) + 1;
                    }
                }
            }

            Measure.Print($"| {(limit == int.MaxValue ? "none" : limit)} | {(double)perNeed.Count / wanted.Count:0.0%} | {(double)perListing.Count / listings.Count:0.0%} | {perListing.Values.Sum()} | {perListing.Values.DefaultIfEmpty().Max()} |");
        }
    }
}
