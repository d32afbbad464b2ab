using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using RabbitMQ.Client;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.Faults;

/// <summary>R1 to R5, R7 to R9 and R17 on real processes over a real broker; the long sizes are those of quality.md.</summary>
[NonParallelizable]
internal sealed class BrokerFaultTests
{
    private const int Clients = 16;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Test]
    public Task R1_KilledWorkers_LoseNothingAndDoubleNothing() => RunAsync(
        "R1", "SIGKILL to one of three workers after the other", FaultSize.Of(new(1_200, 3), new(100_000, 20)), servers: 1, workers: 3,
        (plant, _, fault) => plant.ReplaceWorkerAsync(fault % 3));

    [Test]
    public Task R2_KilledServers_KeepWhatTheyAcknowledged() => RunAsync(
        "R2", "SIGKILL to one of two servers after the other", FaultSize.Of(new(1_200, 3), new(20_000, 20)), servers: 2, workers: 1,
        (plant, clients, fault) => plant.ReplaceServerAsync(fault % 2, clients));

    [Test]
    public async Task R3_KilledBroker_LosesNoConfirmedMessage()
    {
        await using var broker = await Broker.StartAsync();
        await RunAsync(
            "R3", "SIGKILL to the broker and an orderly restart in turns", FaultSize.Of(new(1_200, 2), new(20_000, 10)), servers: 1, workers: 2,
            async (_, _, fault) =>
            {
                await (fault % 2 == 0 ? broker.KillAsync() : broker.StopAppAsync());
                await (fault % 2 == 0 ? broker.UpAsync() : broker.StartAppAsync());
            },
            broker);
    }

    [Test]
    public async Task R3_ClusterThatLosesOneNodeAfterTheOther_LosesNothing()
    {
        await using var broker = await Broker.StartAsync(nodes: 3);
        await RunAsync(
            "R3c", "SIGKILL to one of three nodes after the other, and back again", FaultSize.Of(new(1_200, 1), new(20_000, 6)), servers: 1, workers: 3,
            async (_, _, fault) =>
            {
                // The first node is the one that the test itself asks.
                var node = 2 + (fault % 2);
                await broker.KillAsync(node);
                await Task.Delay(TimeSpan.FromSeconds(5));
                await broker.UpAsync(node);
            },
            broker);
    }

    [Test]
    public async Task R4_BrokerAwayForAWhile_EverythingIsAcceptedAndDrained()
    {
        await using var broker = await Broker.StartAsync();
        var away = FaultSize.IsLong ? TimeSpan.FromMinutes(5) : TimeSpan.FromSeconds(10);
        await RunAsync(
            "R4", $"broker away for {away.TotalSeconds:0} s under steady posts", FaultSize.Of(new(1_500, 1), new(30_000, 1)), servers: 1, workers: 2,
            async (plant, clients, _) =>
            {
                await broker.KillAsync();
                await Eventually.BecomesAsync(async () => await StatusAsync(plant) == "degraded", "the server to say that it is degraded");
                await Task.Delay(away);
                Assert.That(clients.Refusals, Is.Empty, "posts are accepted without a broker");
                await broker.UpAsync();
            },
            broker,
            restWithin: away + Patience);
    }

    [Test]
    public async Task R5_ServerAlone_ThenAWorker_LosesNothing()
    {
        var posts = FaultSize.Of(new(600, 0), new(10_000, 0)).Posts;
        await RunAsync(
            "R5", "a server alone takes all posts, then a worker starts for the first time", new FaultSize(posts, 0), servers: 1, workers: 0, (_, _, _) => Task.CompletedTask,
            afterwards: plant => plant.AddWorkerAsync());
    }

    [Test]
    public Task R7_BothEndsOfAPairAtOnceOnTwoServers_AreFoundOnce() => RunAsync(
        "R7", "both ends of each pair posted at the same moment to two servers, three workers", FaultSize.Of(new(1_000, 0), new(20_000, 0)), servers: 2, workers: 3, (_, _, _) => Task.CompletedTask);

    [Test]
    public async Task R8_PoisonAmongTheGood_IsParkedAndHoldsUpNothing()
    {
        var size = FaultSize.Of(new(1_000, 1), new(10_000, 1));
        var poison = size.Posts / 100;
        await RunAsync(
            "R8", $"{poison} messages that are none, into the queues of listings and needs", size, servers: 1, workers: 2,
            async (plant, _, _) =>
            {
                await using var connection = await plant.ConnectAsync();
                await using var channel = await connection.CreateChannelAsync();
                for (var i = 0; i < poison; i++)
                {
                    var body = Encoding.UTF8.GetBytes(i % 3 == 0 ? "{" : i % 3 == 1 ? "no JSON at all" : """{"messageType":["urn:message:Nobody:Knows"],"message":{}}""");
                    await channel.BasicPublishAsync(
                        "", i % 2 == 0 ? "techbroker-listing-published" : "techbroker-need-posted", mandatory: true, new BasicProperties { ContentType = "application/vnd.masstransit+json" }, body);
                }
            },
            parked: poison);
    }

    [Test]
    public Task R9_StoppedWorkers_WokenPastTheirLeases_CommitNothingTwice() => RunAsync(
        "R9", "SIGSTOP to a worker for longer than its leases, then SIGCONT", FaultSize.Of(new(1_200, 2), new(20_000, 10)), servers: 1, workers: 3,
        async (plant, _, fault) =>
        {
            var worker = plant.Workers[fault % 3].Process;
            await worker.SignalAsync("STOP");
            await Task.Delay(TimeSpan.FromSeconds(8));
            await worker.SignalAsync("CONT");
        });

    [Test]
    public async Task R17_EverythingReplacedUnderLoad_LosesNoMessage() => await RunAsync(
        "R17", "two servers and two workers replaced by SIGTERM and a new process, one after the other", FaultSize.Of(new(1_200, 2), new(20_000, 6)), servers: 2, workers: 2,
        async (plant, clients, fault) =>
        {
            var index = fault % 2;
            var worker = plant.Workers[index];
            Assert.That(await worker.Process.TerminateAsync(seconds: 40), Is.Zero, worker.Process.Output);
            worker.Dispose();
            plant.Workers.RemoveAt(index);
            await plant.AddWorkerAsync();

            // As a proxy does: first the new one is asked, then nobody asks the old one any more, then it goes.
            var old = plant.Servers[index];
            await plant.AddServerAsync();
            plant.Servers.RemoveAt(index);
            clients.Use(plant.Servers.Select(s => s.Address));
            Assert.That(await old.TerminateAsync(seconds: 40), Is.Zero, old.Output);
            old.Dispose();
            Assert.That(clients.Refusals, Is.Empty, "no request fails");
        });

    private static async Task RunAsync(
        string test,
        string what,
        FaultSize size,
        int servers,
        int workers,
        Func<Plant, SteadyClients, int, Task> strike,
        Broker? broker = null,
        TimeSpan? restWithin = null,
        Func<Plant, Task>? afterwards = null,
        int parked = 0)
    {
        await using var plant = await Plant.StartAsync(broker ?? await Broker.SharedAsync(), servers, workers);
        var ledger = new Ledger();
        using var clients = new SteadyClients(ledger, Clients, size.Posts);
        clients.SignIn(await plant.TokenAsync());
        clients.Use(plant.Servers.Select(s => s.Address));
        clients.Start();
        for (var fault = 0; fault < size.Faults; fault++)
        {
            var from = size.Posts * (fault + 1) / (size.Faults + 2);
            await Eventually.BecomesAsync(() => Task.FromResult(clients.Done || ledger.Acknowledged.Count >= from), $"{from} posts", seconds: 900);
            await strike(plant, clients, fault);
        }

        await clients.FinishAsync();
        if (afterwards is not null)
        {
            await afterwards(plant);
        }

        // Long runs have a long tail of scoring; what is stuck shows by not moving, which the limit leaves room for.
        var (rest, stuck) = await plant.RestAsync(ledger.Acknowledged.Count, (restWithin ?? Patience) + TimeSpan.FromSeconds(size.Posts / 100.0));
        var verdict = await ledger.JudgeAsync(plant.Folder);
        verdict.Stuck.AddRange(stuck);
        FaultReport.Add(test, size.Faults > 1 ? $"{what}, {size.Faults} times" : what, verdict, rest);
        Assert.Multiple(() =>
        {
            Assert.That(verdict.IsClean, Is.True, $"{verdict}\n{string.Join('\n', plant.Servers.Select(s => s.Output).Concat(plant.Workers.Select(w => w.Process.Output)))}");
            Assert.That(verdict.Posts, Is.EqualTo(size.Posts));
            Assert.That(verdict.Parked, Has.Count.EqualTo(parked), "parked with a reason");
        });
    }

    private static async Task<string?> StatusAsync(Plant plant)
    {
        using var http = new HttpClient { BaseAddress = plant.Servers[0].Address };
        return (await http.GetFromJsonAsync<JsonElement>("/health/ready")).GetProperty("status").GetString();
    }
}
