using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace TechBroker.Benchmarks;

/// <summary>From a need's 201 to its first match being visible over HTTP, one need after the other.</summary>
internal static class PostToMatch
{
    private const int Needs = 200;

    public static async Task<int> RunAsync(int listings)
    {
        Measure.PrintMachine();
        await using var server = await ServerProcess.StartAsync();
        Measure.Print($"fsync: {Measure.FsyncsPerSecond(server.Folder):0} per second");
        await PostsPerSecond.PostAllAsync(server, [.. PostsPerSecond.Bodies(seed: 1, listings).Select(b => ("listings", b.Body))]);
        await server.DrainAsync();

        var latencies = new List<double>();
        foreach (var (_, body) in PostsPerSecond.Bodies(seed: 2, Needs))
        {
            var id = await server.PostAsync("needs", body);
            var start = Stopwatch.GetTimestamp();
            while ((await server.Http.GetFromJsonAsync<JsonElement>($"/api/v1/needs/{id}/matches?limit=1")).GetProperty("items").GetArrayLength() == 0)
            {
            }

            latencies.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        Measure.Print($"{listings:N0} listings, {Needs} needs of about 300 characters one after the other, embedded:");
        Measure.Print($"  201 to match visible: p50 {Measure.Quantile(latencies, 0.5):0.0} ms, p99 {Measure.Quantile(latencies, 0.99):0.0} ms, worst {latencies.Max():0.0} ms");
        return 0;
    }
}
