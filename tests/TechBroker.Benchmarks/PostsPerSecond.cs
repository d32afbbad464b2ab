using System.Diagnostics;

namespace TechBroker.Benchmarks;

/// <summary>64 clients post listings and needs in turn; the clock stops when the last post is matched.</summary>
internal static class PostsPerSecond
{
    private const int Clients = 64;

    public static async Task<int> RunAsync(int posts)
    {
        Measure.PrintMachine();
        await using var server = await ServerProcess.StartAsync();
        Measure.Print($"fsync: {Measure.FsyncsPerSecond(server.Folder):0} per second");
        await PostAllAsync(server, Bodies(seed: 1, 2_000));
        await server.DrainAsync();

        var bodies = Bodies(seed: 2, posts);
        var start = Stopwatch.GetTimestamp();
        var latencies = await PostAllAsync(server, bodies);
        var accepted = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await server.DrainAsync();
        var matched = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Measure.Print($"{posts:N0} posts (half listings, half needs, about 300 characters) from {Clients} clients on the same machine, after 2,000 to warm up:");
        Measure.Print($"  accepted {posts / accepted:0} per second, p50 {Measure.Quantile(latencies, 0.5):0.0} ms, p99 {Measure.Quantile(latencies, 0.99):0.0} ms");
        Measure.Print($"  accepted and matched {posts / matched:0} per second, {await server.MatchesPerNeedAsync():0.0} matches a need");
        return 0;
    }

    public static List<(string Resource, object Body)> Bodies(int seed, int count)
    {
        var corpus = new Corpus(seed);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var (title, description) = corpus.Text(300);
            return (i % 2 == 0 ? "listings" : "needs", (object)new { title, description, publish = true });
        })];
    }

    public static async Task<double[]> PostAllAsync(ServerProcess server, IReadOnlyList<(string Resource, object Body)> bodies)
    {
        var latencies = new double[bodies.Count];
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
        {
            for (int i; (i = Interlocked.Increment(ref next)) < bodies.Count;)
            {
                var start = Stopwatch.GetTimestamp();
                await server.PostAsync(bodies[i].Resource, bodies[i].Body);
                latencies[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
        }));
        return latencies;
    }
}
