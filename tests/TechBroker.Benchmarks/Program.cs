using TechBroker.Benchmarks;
using TechBroker.Benchmarks.Ranking;

// One verb for each measure; each prints what it compares, both figures and the machine.
return args switch
{
    ["b1", .. var rest] => RankAgainstEngines.Run(Arguments.Numbers(rest, 20_000, 100_000)),
    ["b2", .. var rest] => NewListingAmongNeeds.Run(needCount: Arguments.Numbers(rest, 100_000)[0], listingCount: rest.Length > 1 ? Arguments.Numbers(rest)[1] : 20_000),
    ["b7", .. var rest] => GrowthOfMarket.Run(Arguments.Numbers(rest, 10_000, 100_000, 1_000_000)),
    ["b7-one", var size] => GrowthOfMarket.RunOne(Arguments.Numbers([size])[0]),
    ["latency", .. var rest] => await PostToMatch.RunAsync(listings: Arguments.Numbers(rest, 10_000)[0]),
    ["throughput", .. var rest] => await PostsPerSecond.RunAsync(posts: Arguments.Numbers(rest, 20_000)[0]),
    ["statistics", .. var rest] => await StatisticQueries.RunAsync(deals: Arguments.Numbers(rest, 100_000)[0]),
    ["dispatch", .. var rest] => await DispatchAmongManagers.RunAsync(proposalCount: Arguments.Numbers(rest, 10_000)[0], managerCount: 1_000),
    ["b4", .. var rest] => await PostsOverBroker.RunAsync(rounds: 7, posts: Arguments.Numbers(rest, 2_000)[0]),
    ["b5", .. var rest] => await RelayAgainstOneByOne.RunAsync(rows: Arguments.Numbers(rest, 100_000)[0]),
    ["b6", .. var rest] => await PostsWithoutBroker.RunAsync(posts: Arguments.Numbers(rest, 500)[0]),
    ["ranking", var folder] => RankingTable.Run(folder, parameterFile: null),
    ["ranking", var folder, var parameters] => RankingTable.Run(folder, parameters),
    ["coverage", var folder] => Coverage.Run(folder, level: 4),
    ["coverage", var folder, var level] => Coverage.Run(folder, Arguments.Numbers([level])[0]),
    ["ablation", var folder] => Ablation.Run(folder),
    ["peer", var kind] => await TechBroker.Benchmarks.Peers.PeerProgram.RunAsync(kind),
    _ => Arguments.Usage(),
};
