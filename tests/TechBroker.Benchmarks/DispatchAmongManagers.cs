using TechBroker.Domain.Managers;
using TechBroker.UnitTests.Managers;

namespace TechBroker.Benchmarks;

/// <summary>Proposals among managers: this dispatcher, round robin and chance in turn, on the same data and under the same rules.</summary>
internal static class DispatchAmongManagers
{
    private const int Rounds = 5;

    public static async Task<int> RunAsync(int proposalCount, int managerCount)
    {
        var market = new GeneratedManagers(seed: 1);
        var (managers, proposals) = (market.Managers(managerCount), market.Proposals(proposalCount));
        var peers = new (string Name, Func<IReadOnlyList<Guid?>> Give)[]
        {
            ("TechBroker", () => [.. DispatchPlan.Assign(proposals, managers).Select(d => d.ManagerId)]),
            ("round robin", () => DispatchPeers.RoundRobin(proposals, managers)),
            ("at random", () => DispatchPeers.AtRandom(proposals, managers, seed: 2)),
        };
        var (took, given) = (peers.Select(_ => new List<double>()).ToArray(), new IReadOnlyList<Guid?>[peers.Length]);
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < peers.Length; i++)
            {
                took[i].Add(Measure.Milliseconds(() => given[i] = peers[i].Give()));
            }
        }

        Console.WriteLine("# Dispatch of proposals among managers\n");
        Measure.PrintMachine();
        Measure.Print($"\n{proposalCount:N0} proposals, {managerCount:N0} managers with room for {managers.Sum(m => m.Capacity):N0}; generated, seed 1; median of {Rounds} interleaved rounds. `techbroker-bench dispatch`\n");
        Console.WriteLine("| | seconds | placed | expertise, mean | load min | p10 | median | p90 | max | idle | Gini | load of capacity, max |\n|---|---|---|---|---|---|---|---|---|---|---|---|");
        for (var i = 0; i < peers.Length; i++)
        {
            var counts = given[i].OfType<Guid>().CountBy(id => id).ToDictionary();
            var loads = managers.Select(m => (double)counts.GetValueOrDefault(m.Id)).Order().ToList();
            var gini = (2 * loads.Select((l, k) => (k + 1) * l).Sum() / (loads.Count * loads.Sum())) - ((loads.Count + 1.0) / loads.Count);
            Measure.Print($"| {peers[i].Name} | {Measure.Quantile(took[i], 0.5) / 1000:0.000} | {given[i].Count(g => g is not null):N0} | {DispatchPeers.MeanExpertise(proposals, managers, given[i]):0.000} | {loads[0]} | {Measure.Quantile(loads, 0.1)} | {Measure.Quantile(loads, 0.5)} | {Measure.Quantile(loads, 0.9)} | {loads[^1]} | {loads.Count(l => l == 0)} | {gini:0.000} | {managers.Max(m => (double)counts.GetValueOrDefault(m.Id) / m.Capacity):0.00} |");
        }

        await SweepOfWaiting.RunAsync(proposalCount, managerCount);
        return 0;
    }
}
