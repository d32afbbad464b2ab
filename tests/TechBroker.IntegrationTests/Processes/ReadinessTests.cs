using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TechBroker.Contracts.Messages;
using TechBroker.Domain;
using TechBroker.Domain.People;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Support;
using TechBroker.Storage.Processes;
using TechBroker.Storage.Sql;

namespace TechBroker.IntegrationTests.Processes;

/// <summary>GET /health/ready and GET /api/v1/processes: what stands still is said to the people of the centre, and to nobody else.</summary>
internal sealed class ReadinessTests
{
    private static readonly string[] ForAnyone = ["status", "database"];

    [Test]
    public async Task Ready_WithoutAnyWorker_IsDegradedAndSaysSoToStaffInTheirLanguage()
    {
        await using var server = await TestServer.StartAsync(s => s.Workers.Enabled = false);
        var manager = await server.AddPersonAsync(null, Role.Manager);

        var (english, chinese) = (await ReadyAsync(server, server.Http, "en"), await ReadyAsync(server, manager.Client(server.Address), "zh"));
        var outsider = await ReadyAsync(server, server.Anonymous, "en");

        Assert.That(ReasonsOf(english).Single().GetProperty("message").GetString(), Does.StartWith("No worker is running"));
        Assert.That(ReasonsOf(chinese).Single().GetProperty("message").GetString(), Does.StartWith("没有工作进程在运行"));
        Assert.That(outsider.GetProperty("status").GetString(), Is.EqualTo("degraded"));
        Assert.That(outsider.EnumerateObject().Select(p => p.Name), Is.EquivalentTo(ForAnyone));
    }

    [Test]
    public async Task Ready_AWorkerElsewhere_IsReadyUntilThatOneStandsStill()
    {
        await using var server = await TestServer.StartAsync(s => s.Workers.Enabled = false);
        var worker = Row("worker", "0.1.0", new ProcessReport { Works = true, RelayAt = Now });
        await SayAsync(server, worker);
        Assert.That((await ReadyAsync(server, server.Http, "en")).GetProperty("status").GetString(), Is.EqualTo("ready"));

        await SayAsync(server, worker with { Report = StoredJson.Write(new ProcessReport { Works = true, InFlight = 3, InFlightSince = Now.AddMinutes(-6) }) });

        var ready = await ReadyAsync(server, server.Http, "en");
        Assert.That(ready.GetProperty("status").GetString(), Is.EqualTo("degraded"));
        Assert.That(CodesOf(ready), Is.EqualTo(new[] { "stalled-consumer" }));
        Assert.That(ReasonsOf(ready).Single().GetProperty("message").GetString(), Does.Contain("elsewhere:7").And.Contain("5 minutes"));
    }

    [Test]
    public async Task Ready_OldMessageAndNoRelay_TellsThatFromALongQueue()
    {
        await using var server = await TestServer.StartAsync(s => s.Workers.Enabled = false);
        await server.Database.WriteAsync(
            s => s.PublishAsync(new NeedClosed { NeedId = Guid.NewGuid(), Revision = 1, At = Now }, Now.AddMinutes(-3)), CancellationToken.None);
        var worker = Row("worker", "0.1.0", new ProcessReport { Works = true, RelayAt = Now.AddMinutes(-2) });
        await SayAsync(server, worker);
        Assert.That(CodesOf(await ReadyAsync(server, server.Http, "en")), Is.EqualTo(new[] { "stalled-relay" }));

        await SayAsync(server, worker with { Report = StoredJson.Write(new ProcessReport { Works = true, RelayAt = Now }) });

        Assert.That(CodesOf(await ReadyAsync(server, server.Http, "en")), Is.EqualTo(new[] { "backlog" }));
    }

    [Test]
    public async Task Ready_TwoVersionsAndASilentProcess_IsReadyAndTellsOfThem()
    {
        await using var server = await TestServer.StartAsync();
        await SayAsync(server, Row("worker", "9.9.9", new ProcessReport { Works = true }));
        await SayAsync(server, Row("worker", "9.9.9", new ProcessReport { Works = true, InFlightSince = Now.AddHours(-1) }) with { SeenAt = Now.AddMinutes(-2) });

        var ready = await ReadyAsync(server, server.Http, "en");

        Assert.That(ready.GetProperty("status").GetString(), Is.EqualTo("ready"));
        Assert.That(CodesOf(ready), Is.EquivalentTo(new[] { "several-versions", "silent-process" }));
    }

    [Test]
    public async Task Ready_AReasonOfSomebodyElses_CountsAsItSays()
    {
        await using var server = await TestServer.StartAsync(services: b => b.Services.AddSingleton<IReadinessReason, Closing>());

        using var outside = await server.Anonymous.GetAsync("/health/ready");
        using var inside = await server.Http.GetAsync("/health/ready");

        Assert.That(((int)outside.StatusCode, (int)inside.StatusCode), Is.EqualTo((503, 503)));
        Assert.That(await outside.Content.ReadAsStringAsync(), Does.Not.Contain("closing"));
        Assert.That(CodesOf(JsonElement.Parse(await inside.Content.ReadAsStringAsync())), Does.Contain("closing"));
    }

    [Test]
    public async Task Processes_OfARunningServer_AreListedAndGoWithIt()
    {
        var folder = Directory.CreateTempSubdirectory("techbroker-test-").FullName;
        await using (var server = await TestServer.StartAsync(dataDirectory: folder))
        {
            await Eventually.BecomesAsync(async () => (await server.GetAsync("/api/v1/processes")).GetProperty("items").GetArrayLength() == 1, "the first heartbeat");
            var process = (await server.GetAsync("/api/v1/processes")).GetProperty("items")[0];
            Assert.That((process.GetProperty("role").GetString(), process.GetProperty("alive").GetBoolean(), process.GetProperty("works").GetBoolean()), Is.EqualTo(("serve", true, true)));
            Assert.That(process.GetProperty("host").GetString(), Is.EqualTo($"{Environment.MachineName}:{Environment.ProcessId}"));
        }

        await using (var data = DataFolder.Open(folder))
        {
            Assert.That(await data.FirstAsync("SELECT COUNT(*) FROM Process"), Is.Zero, "an orderly end");
        }

        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task InFlight_WhileABatchIsGathered_IsNotedAndEnds()
    {
        await using var server = await TestServer.StartAsync(s => s.Workers.BatchWaitMilliseconds = 1_000);
        var state = server.App.Services.GetRequiredService<ProcessState>();

        await server.PostNeedAsync("寻找高温超导磁体");

        await Eventually.BecomesAsync(() => Task.FromResult(state.InFlight > 0), "a delivery in hand");
        await Eventually.BecomesAsync(() => Task.FromResult(state.InFlight == 0), "all of them done");
        await Eventually.BecomesAsync(() => Task.FromResult(state.Report(true, 0, 0).RelayAt is not null), "the relay to come round");
    }

    private static DateTimeOffset Now => DateTimeOffset.UtcNow;

    private static ProcessRow Row(string role, string version, ProcessReport report) => new()
    {
        Id = Guid.NewGuid(),
        Role = role,
        Host = "elsewhere:7",
        Version = version,
        StartedAt = Now,
        SeenAt = Now,
        Report = StoredJson.Write(report),
    };

    private static Task SayAsync(TestServer server, ProcessRow row) => server.Database.WriteAsync(s => ProcessStore.SayAsync(s, row), CancellationToken.None);

    private static async Task<JsonElement> ReadyAsync(TestServer server, HttpClient http, string language)
    {
        // The server's own row, too, so that no answer depends on whether its first heartbeat has come.
        await Eventually.BecomesAsync(
            async () => await server.Database.ReadAsync(s => s.FirstAsync<int>("SELECT COUNT(*) FROM Process WHERE Role = 'serve'"), CancellationToken.None) == 1, "the first heartbeat");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/ready");
        request.Headers.AcceptLanguage.ParseAdd(language);
        return (await Reply.OfAsync(await http.SendAsync(request))).Succeeds().Json;
    }

    private static IEnumerable<JsonElement> ReasonsOf(JsonElement ready) => ready.GetProperty("reasons").EnumerateArray();

    private static IEnumerable<string?> CodesOf(JsonElement ready) => ReasonsOf(ready).Select(r => r.GetProperty("code").GetString());

    private sealed class Closing : IReadinessReason
    {
        public Task<IReadOnlyList<ReadinessReason>> FindAsync(CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<ReadinessReason>>([new("closing", ReadinessLevel.Down, new Text("正在停止。", "Stopping."))]);
    }
}
