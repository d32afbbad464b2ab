using System.Net.Http.Json;
using System.Text.Json;
using TechBroker.IntegrationTests.Storage;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.Rabbit;

/// <summary>R3 and R4 in short: the broker is away, is killed, or takes nothing. Everything posted is accepted, and matched afterwards.</summary>
internal sealed class BrokerAwayTests
{
    private Broker broker = null!;
    private Installation place = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => broker = await Broker.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await (broker?.DisposeAsync() ?? default);

    [SetUp]
    public async Task CreateAsync() => place = await Installation.OnAsync(broker);

    [TearDown]
    public async Task DisposeAsync() => await place.DisposeAsync();

    [Test]
    public async Task Start_BrokerDown_ServesAndCatchesUpLater()
    {
        await broker.KillAsync();
        var server = await place.ServeAsync();
        await place.WorkAsync();
        await PostAsync(server, 0, 40);
        await IsAsync(server, "degraded", "down", "Nothing answers");
        Assert.That(await place.CountAsync("Outbox"), Is.EqualTo(80));
        Assert.That(place.Log.Lines.Count(l => l.Contains("Nothing answers", StringComparison.Ordinal)), Is.EqualTo(2), "said once by each process");

        await broker.UpAsync();
        await MatchedAsync(40);
        await IsAsync(server, "ready", "connected", null);
    }

    [Test]
    public async Task Kill_WhilePostsComeIn_LosesNothing()
    {
        var server = await place.ServeAsync();
        await place.WorkAsync();
        var number = 0;
        for (var kill = 0; kill < 2; kill++)
        {
            await PostAsync(server, number, 30);
            await Task.WhenAll(broker.KillAsync(), PostAsync(server, number + 30, 30));
            await PostAsync(server, number + 60, 30);
            await broker.UpAsync();
            number += 90;
        }

        await MatchedAsync(180);
        Assert.That(await place.CountAsync("ParkedMessage"), Is.Zero);
    }

    [Test]
    public async Task Alarm_OfTheBroker_IsToldAndPassesWithoutLoss()
    {
        var server = await place.ServeAsync();
        await place.WorkAsync();
        await PostAsync(server, 0, 5);
        await MatchedAsync(5);
        await broker.ControlAsync("set_vm_memory_high_watermark", "0");
        await PostAsync(server, 5, 5);
        await IsAsync(server, "degraded", "blocked", "memory");
        await broker.ControlAsync("set_vm_memory_high_watermark", "0.4");
        await MatchedAsync(10);
        await IsAsync(server, "ready", "connected", null);
    }

    [Test]
    public async Task Password_Wrong_IsSaidByNameAndMendedWithoutARestart()
    {
        var server = await place.ServeAsync(s => s.Bus.Password = "canary-of-the-bus");
        await place.WorkAsync(s => s.Bus.Password = "canary-of-the-bus");
        await PostAsync(server, 0, 3);
        await IsAsync(server, "degraded", "down", "Bus:Password");
        Assert.That(string.Join('\n', place.Log.Lines), Does.Contain("Bus:Password").And.Not.Contain("canary-of-the-bus"));

        await broker.ControlAsync("change_password", "guest", "canary-of-the-bus");
        try
        {
            await MatchedAsync(3);
            await IsAsync(server, "ready", "connected", null);
        }
        finally
        {
            await broker.ControlAsync("change_password", "guest", "guest");
        }
    }

    [Test]
    public async Task VirtualHost_Missing_IsSaidByName()
    {
        var server = await place.ServeAsync(s => s.Bus.VirtualHost = "nowhere");
        await IsAsync(server, "degraded", "down", "Bus:VirtualHost");
    }

    [Test]
    public async Task Process_KilledWithTheBrokerAway_IsFollowedByAnother()
    {
        await broker.KillAsync();
        var environment = new Dictionary<string, string>(place.Environment) { ["Workers__Enabled"] = "false", ["Bus__LeaseSeconds"] = "3" };
        using (var first = await ServerProcess.StartAsync(place.Folder, environment))
        {
            using var http = await first.SignInAsync();
            using var answer = await http.PostAsJsonAsync("/api/v1/needs", new { title = Words.Unique(1), publish = true });
            Assert.That((int)answer.StatusCode, Is.EqualTo(201));
            await first.KillAsync();
        }

        Assert.That(await place.Data.FirstAsync("SELECT COUNT(*) FROM Outbox WHERE LeasedBy IS NOT NULL"), Is.EqualTo(1), "born leased");
        await broker.UpAsync();
        using var next = await WorkerProcess.StartAsync(place.Folder, environment);
        await place.DrainAsync();
        await Eventually.BecomesAsync(async () => await place.Data.FirstAsync("SELECT COUNT(*) FROM Inbox WHERE Consumer = 'NeedPostedConsumer'") == 1, "the message to be dealt with");
        Assert.That(await next.Process.TerminateAsync(), Is.Zero);
    }

    private static async Task PostAsync(TestServer server, int first, int count)
    {
        for (var i = first; i < first + count; i++)
        {
            await server.PostListingAsync(Words.Unique(i));
            await server.PostNeedAsync(Words.Unique(i));
        }
    }

    /// <summary>Each need with the listing of the same words.</summary>
    private async Task MatchedAsync(int pairs)
    {
        await place.DrainAsync(60);
        await Eventually.BecomesAsync(
            async () => await place.Data.FirstAsync("SELECT COUNT(*) FROM Match m JOIN Listing l ON l.Id = m.ListingId JOIN Need n ON n.Id = m.NeedId AND n.Title = l.Title") == pairs,
            $"{pairs} pairs",
            seconds: 60);
    }

    private static Task IsAsync(TestServer server, string status, string bus, string? fault)
    {
        JsonElement last = default;
        return Eventually.BecomesAsync(
            async () =>
            {
                last = await server.GetAsync("/health/ready");
                var seen = last.GetProperty("bus");
                return last.GetProperty("status").GetString() == status && seen.GetProperty("status").GetString() == bus
                    && (fault is null || seen.GetProperty("fault").GetString()!.Contains(fault, StringComparison.Ordinal));
            },
            $"{status}, {bus}, {fault}");
    }
}
