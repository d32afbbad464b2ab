using System.Diagnostics;
using TechBroker.Benchmarks.Peers;

namespace TechBroker.Benchmarks;

/// <summary>B6: what a post takes with the broker there and, in turns with it, with the broker away.</summary>
internal static class PostsWithoutBroker
{
    private const int Rounds = 7, Clients = 8;

    public static async Task<int> RunAsync(int posts)
    {
        Measure.PrintMachine();
        await using var broker = await LocalBroker.StartAsync();
        await using var server = await ServerProcess.StartAsync(new Dictionary<string, string>(broker.Settings) { ["Bus__Transport"] = "RabbitMq" });
        Measure.Print($"fsync: {Measure.FsyncsPerSecond(server.Folder):0} per second");
        var (up, down) = (new List<double>(), new List<double>());
        var (upAll, downAll) = (new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            var there = await PostAsync(server, round * 2, posts);
            await server.DrainAsync();
            await broker.ControlAsync("stop_app");
            var away = await PostAsync(server, (round * 2) + 1, posts);
            await broker.ControlAsync("start_app");
            await server.DrainAsync();
            if (round > 0)
            {
                (up, down) = ([.. up, Measure.Quantile(there, 0.99)], [.. down, Measure.Quantile(away, 0.99)]);
                (upAll, downAll) = ([.. upAll, .. there], [.. downAll, .. away]);
            }
        }

        var ratio = up.Zip(down, (a, b) => b / a).ToList();
        Measure.Print($"{Rounds} rounds in turns of {posts:N0} posts from {Clients} clients, all of them accepted:");
        Measure.Print($"  broker there: p50 {Measure.Quantile(upAll, 0.5):0.0} ms, p99 {Measure.Quantile(up, 0.5):0.0} ms ({up.Min():0.0}-{up.Max():0.0})");
        Measure.Print($"  broker away:  p50 {Measure.Quantile(downAll, 0.5):0.0} ms, p99 {Measure.Quantile(down, 0.5):0.0} ms ({down.Min():0.0}-{down.Max():0.0})");
        Measure.Print($"  p99 away is {Measure.Quantile(ratio, 0.5):0.00} x p99 there ({ratio.Min():0.00}-{ratio.Max():0.00})");
        return 0;
    }

    private static async Task<double[]> PostAsync(ServerProcess server, int seed, int posts)
    {
        var bodies = PostsPerSecond.Bodies(seed, posts);
        var latencies = new double[posts];
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
        {
            for (int i; (i = Interlocked.Increment(ref next)) < posts;)
            {
                var start = Stopwatch.GetTimestamp();
                await server.PostAsync(bodies[i].Resource, bodies[i].Body);
                latencies[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
        }));
        return latencies;
    }
}
