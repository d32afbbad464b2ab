using System.Text;
using Microsoft.Extensions.Logging;
using TechBroker.Composition;
using TechBroker.Composition.Telemetry;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Imports.Support;
using TechBroker.IntegrationTests.Support;
using TechBroker.Storage.Processes;
using static TechBroker.IntegrationTests.Api.Support.Calls;

namespace TechBroker.IntegrationTests.Telemetry;

/// <summary>The whole program pushes to a real receiver: one trace from the request to the match, every figure, and no word of anybody's.</summary>
[NonParallelizable]
internal sealed class ExportTests
{
    private const string Word = "绝密金丝雀磁体产线", Searched = "zebracanary", Email = "canary.person@secret-mail.example", Client = "canaryagent", Baggage = "canarybaggage";

    private static readonly string[] Canaries = [Word, Uri.EscapeDataString(Word), "canary"];

    [Test]
    public async Task Need_Posted_IsOneTraceFromTheRequestToItsMatches()
    {
        await using var collector = await Collector.StartAsync();
        await using (var server = await StartAsync(collector))
        {
            await server.PostListingAsync("高温超导磁体绕制工艺");
            await server.DrainAsync();
            await server.PostNeedAsync("寻找高温超导磁体绕制工艺");
            await server.DrainAsync();
        }

        var spans = collector.Spans;
        Assert.That(spans.Count(s => s.Name == "POST /api/v1/needs"), Is.EqualTo(1), Told(spans));
        var request = spans.Single(s => s.Name == "POST /api/v1/needs");
        var trace = spans.Where(s => s.TraceId == request.TraceId).ToList();
        var relay = trace.Single(s => s.Source == "TechBroker.Relay" && s.ParentId == request.Id);
        Assert.That(trace.Any(s => s.Source == "MassTransit" && s.ParentId == relay.Id), Is.True, Told(trace));
        var batch = trace.Single(s => s.Name == "scoring batch");
        var sent = trace.Single(s => s.Id == batch.ParentId);
        Assert.That(sent.Source, Is.EqualTo("MassTransit"), "the batch goes on from what the bus carried");
        Assert.That(trace.Where(s => s.ParentId == batch.Id && s.Source == "TechBroker.Scoring").Select(s => s.Name), Is.EquivalentTo(new[] { "index sync", "rank", "commit" }));
        var commit = trace.Single(s => s.Name == "commit");
        Assert.That(trace.Any(s => s.Source == "TechBroker.Relay" && s.ParentId == commit.Id), Is.True, "what the match causes goes on in the same trace");
    }

    [Test]
    public async Task Everything_Exported_HoldsNoWordOfAnybodys()
    {
        await using var collector = await Collector.StartAsync();
        await using (var server = await StartAsync(collector))
        {
            server.Http.DefaultRequestHeaders.UserAgent.ParseAdd(Client);
            server.Http.DefaultRequestHeaders.Add("baggage", $"note={Baggage}");
            server.Http.DefaultRequestHeaders.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
            server.Http.DefaultRequestHeaders.Add("tracestate", $"vendor={Baggage}");
            (await server.SendAsync(HttpMethod.Post, "/api/v1/users", new { email = Email, password = "correct horse canary 7", displayName = Word, roles = new[] { "admin" } })).Succeeds(201);
            await server.PostListingAsync(Word, new { description = Word });
            await server.PostNeedAsync(Word, new { description = Word, keywords = new[] { Searched }, visibility = "private" });
            await server.ImportAsync("needs", $"title,minTrl\n{Word},99\n{Word} 2,5\n");
            (await server.SendAsync(HttpMethod.Get, $"{Listings}?q={Uri.EscapeDataString(Word)}{Searched}")).Succeeds();
            (await server.SendAsync(HttpMethod.Get, $"/{Searched}/{Uri.EscapeDataString(Word)}")).IsProblem(404, "not-found");
            (await server.SendAsync(HttpMethod.Post, Needs, new { title = Word, visibility = Word })).IsProblem(400, "validation");
            await server.DrainAsync();
        }

        Assert.That(collector.Spans, Has.Count.GreaterThan(10));
        Assert.That(collector.Metrics, Has.Count.GreaterThan(10));
        Assert.That(collector.Bodies("/v1/logs"), Is.Not.Empty);
        Assert.Multiple(() =>
        {
            foreach (var canary in Canaries)
            {
                var hits = collector.Everything.Select(b => Encoding.UTF8.GetString(b)).Where(b => b.Contains(canary, StringComparison.OrdinalIgnoreCase));
                Assert.That(hits.Select(h => Around(h, canary)), Is.Empty, $"'{canary}' left the process");
            }
        });
    }

    [Test]
    public async Task Requests_Exported_CarryOnlyTheTagsThatAreKnownToBeSafe()
    {
        await using var collector = await Collector.StartAsync();
        await using (var server = await StartAsync(collector))
        {
            (await server.SendAsync(HttpMethod.Get, $"{Listings}?q=x")).Succeeds();
        }

        var request = collector.Spans.First(s => s.Name == "GET /api/v1/listings");
        Assert.That(request.Tags, Is.SubsetOf(new[] { "http.request.method", "http.response.status_code", "http.route", "url.scheme", "network.protocol.version", "error.type" }));
        Assert.That(request.Tags, Does.Contain("http.route").And.Contain("http.request.method"));
    }

    [Test]
    public async Task Metrics_OfAMarketAtWork_AreAllThere()
    {
        await using var collector = await Collector.StartAsync();
        await using (var server = await StartAsync(collector))
        {
            await server.PostListingAsync("高温超导磁体绕制工艺");
            await server.ImportAsync("needs", "title\n寻找高温超导磁体\n");
            await server.DrainAsync();
        }

        string[] expected =
        [
            "techbroker.outbox.backlog", "techbroker.outbox.oldest.age", "techbroker.messages.published", "techbroker.match.latency", "techbroker.index.lag",
            "techbroker.index.lag.age", "techbroker.index.size", "techbroker.scoring.batch.size", "techbroker.scoring.batch.duration", "techbroker.parked.waiting",
            "techbroker.import.rows", "techbroker.processes", "techbroker.consumers.in_flight", "http.server.request.duration", "dotnet.gc.collections",
        ];
        Assert.That(expected, Is.SubsetOf(collector.Metrics));
    }

    [Test]
    public async Task Collector_Gone_DisturbsNothing()
    {
        await using var server = await TestServer.StartAsync(s => s.Telemetry.OtlpEndpoint = "http://127.0.0.1:9");

        await server.PostNeedAsync("寻找高温超导磁体");

        await server.DrainAsync();
    }

    private static Task<TestServer> StartAsync(Collector collector)
    {
        Settings? settings = null;
        return TestServer.StartAsync(
            s =>
            {
                s.Telemetry.OtlpEndpoint = collector.Address;
                s.Telemetry.Protocol = "httpProtobuf";
                settings = s;
            },

            // The test server takes all loggers away, this one with them.
            services: builder =>
            {
                builder.Logging.SetMinimumLevel(LogLevel.Trace).AddFilter("TechBroker", LogLevel.Trace);
                TelemetryExport.AddLogs(builder.Logging, settings!.Telemetry, new ProcessSettings("serve", true, 5));
            });
    }

    private static string Told(IEnumerable<Span> spans) => string.Join('\n', spans.Select(s => $"{s.Source} {s.Name} {s.Id} < {s.ParentId} [{string.Join(' ', s.Tags)}]"));

    private static string Around(string text, string word)
    {
        var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        return text[Math.Max(0, at - 120)..Math.Min(text.Length, at + 60)];
    }
}
