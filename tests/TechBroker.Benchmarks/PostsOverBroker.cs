using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using TechBroker.Benchmarks.Peers;

namespace TechBroker.Benchmarks;

/// <summary>
/// B4: posts from 64 clients until all of them are ranked and stored, over the same broker and on databases of the same kind, in turns:
/// this program; the same API with a raw RabbitMQ.Client and no outbox; the same with plain MassTransit, one message after the other.
/// </summary>
internal static class PostsOverBroker
{
    private const int Visible = 25;

    public static async Task<int> RunAsync(int rounds, int posts)
    {
        Measure.PrintMachine();
        await using var broker = await LocalBroker.StartAsync();
        await using var ours = await ServerProcess.StartAsync(new Dictionary<string, string>(broker.Settings) { ["Bus__Transport"] = "RabbitMq", ["Dispatch__Enabled"] = "false" });
        await using var raw = await ServerProcess.StartPeerAsync("raw", broker.Settings);
        await using var plain = await ServerProcess.StartPeerAsync("masstransit", broker.Settings);
        Measure.Print($"fsync: {Measure.FsyncsPerSecond(ours.Folder):0} per second");
        using var inbox = new InboxRows(ours.Folder);
        Runner[] runners =
        [
            new("TechBroker: outbox, relay, inbox, effects once", ours, () => Task.FromResult(inbox.Count())),
            new("RabbitMQ.Client, no outbox, no inbox, 16 at a time", raw, () => raw.Http.GetFromJsonAsync<long>("/peer/done")),
            new("MassTransit 8.4, no outbox, no inbox, one by one", plain, () => plain.Http.GetFromJsonAsync<long>("/peer/done")),
        ];
        for (var round = 0; round <= rounds; round++)
        {
            var bodies = PostsPerSecond.Bodies(seed: round + 1, round == 0 ? 1_000 : posts);
            foreach (var runner in runners)
            {
                await runner.RunAsync(bodies, warmUp: round == 0);
            }
        }

        Measure.Print($"{rounds} rounds in turns of {posts:N0} posts (half listings, half needs, about 300 characters), 64 clients, market growing alike to {(rounds * posts) + 1_000:N0}:");
        foreach (var runner in runners)
        {
            runner.Print(runners);
        }

        return 0;
    }

    // Open throughout, and asked as seldom as the peers are: what watching costs is taken from what is watched.
    private sealed class InboxRows : IDisposable
    {
        private readonly SqliteConnection connection;

        public InboxRows(string folder)
        {
            connection = new SqliteConnection($"Data Source={Path.Combine(folder, "techbroker.db")};Pooling=False");
            connection.Open();
        }

        public long Count()
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT COUNT(*) FROM Inbox";
            return (long)command.ExecuteScalar()!;
        }

        public void Dispose() => connection.Dispose();
    }

    private sealed class Runner(string name, ServerProcess server, Func<Task<long>> done)
    {
        private readonly List<double> perSecond = [];
        private readonly List<double> processor = [];
        private readonly List<double> answers = [];
        private readonly List<double> visible = [];
        private long posted;

        public async Task RunAsync(IReadOnlyList<(string Resource, object Body)> bodies, bool warmUp)
        {
            var (start, busy) = (Stopwatch.GetTimestamp(), server.ProcessorTime);
            var latencies = await PostsPerSecond.PostAllAsync(server, bodies);
            posted += bodies.Count;
            while (await done() < posted)
            {
                await Task.Delay(20);
            }

            var (seconds, milliseconds) = (Stopwatch.GetElapsedTime(start).TotalSeconds, (server.ProcessorTime - busy).TotalMilliseconds);
            var seen = await VisibleAsync(bodies);
            if (!warmUp)
            {
                perSecond.Add(bodies.Count / seconds);
                processor.Add(milliseconds / bodies.Count);
                answers.AddRange(latencies);
                visible.AddRange(seen);
            }
        }

        public void Print(Runner[] all)
        {
            var ratio = perSecond.Zip(all[0].perSecond, (mine, ours) => ours / mine);
            Measure.Print($"  {name}");
            Measure.Print($"    matched {Measure.Quantile(perSecond, 0.5):0}/s ({perSecond.Min():0}-{perSecond.Max():0}); {Measure.Quantile(processor, 0.5):0.0} ms of processor a post; answered p50 {Measure.Quantile(answers, 0.5):0} p99 {Measure.Quantile(answers, 0.99):0} ms; alone, 201 to match visible p50 {Measure.Quantile(visible, 0.5):0} p99 {Measure.Quantile(visible, 0.99):0} ms; TechBroker is {Measure.Quantile(ratio, 0.5):0.00} x");
        }

        // One after the other, on an idle server: what a person waits.
        private async Task<List<double>> VisibleAsync(IReadOnlyList<(string Resource, object Body)> bodies)
        {
            var waits = new List<double>();
            foreach (var (_, body) in bodies.Where(b => b.Resource == "needs").Take(Visible))
            {
                var id = await server.PostAsync("needs", body);
                posted++;
                var start = Stopwatch.GetTimestamp();
                while ((await server.Http.GetFromJsonAsync<JsonElement>($"/api/v1/needs/{id}/matches?limit=1")).GetProperty("items").GetArrayLength() == 0)
                {
                }

                waits.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            return waits;
        }
    }
}
