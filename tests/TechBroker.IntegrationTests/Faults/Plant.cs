using System.Diagnostics;
using System.Globalization;
using RabbitMQ.Client;
using TechBroker.Domain.People;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.Faults;

/// <summary>
/// A centre that has outgrown one process: servers without workers of their own, workers, one database, one broker. All of it can be killed,
/// stopped and started again.
/// </summary>
internal sealed class Plant : IAsyncDisposable
{
    /// <summary>A quorum queue counts its messages every second (<see cref="Support.Broker"/>), so one look at an empty one tells little.</summary>
    private static readonly TimeSpan Unseen = TimeSpan.FromSeconds(3);

    private readonly Dictionary<string, string> settings;
    private readonly string virtualHost;

    private Plant(Broker broker, string virtualHost)
    {
        (Broker, this.virtualHost) = (broker, virtualHost);
        settings = new(broker.AsEnvironment(virtualHost))
        {
            // The clients are many and all come from one address.
            ["Api__RequestsPerSecond"] = "1000000",

            // Short, so that a test sees leases run out.
            ["Bus__LeaseSeconds"] = "5",
            ["Workers__LeaseSeconds"] = "5",
        };
    }

    public Broker Broker { get; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("techbroker-faults-").FullName;

    public List<ServerProcess> Servers { get; } = [];

    public List<WorkerProcess> Workers { get; } = [];

    public static async Task<Plant> StartAsync(Broker broker, int servers, int workers)
    {
        var plant = new Plant(broker, await broker.AddVirtualHostAsync());
        for (var i = 0; i < servers; i++)
        {
            await plant.AddServerAsync();
        }

        for (var i = 0; i < workers; i++)
        {
            await plant.AddWorkerAsync();
        }

        return plant;
    }

    public async Task<ServerProcess> AddServerAsync()
    {
        var server = await ServerProcess.StartAsync(Folder, new Dictionary<string, string>(settings) { ["Workers__Enabled"] = "false" });
        Servers.Add(server);
        return server;
    }

    public async Task<WorkerProcess> AddWorkerAsync()
    {
        var worker = await WorkerProcess.StartAsync(Folder, settings);
        Workers.Add(worker);
        return worker;
    }

    /// <summary>SIGKILL, and another in its place.</summary>
    public async Task ReplaceWorkerAsync(int index)
    {
        await Workers[index].Process.KillAsync();
        Workers[index].Dispose();
        Workers[index] = await WorkerProcess.StartAsync(Folder, settings);
    }

    /// <summary>SIGKILL, and another in its place.</summary>
    public async Task ReplaceServerAsync(int index, SteadyClients clients)
    {
        var dead = Servers[index];
        await dead.KillAsync();
        clients.Use(Servers.Where(s => s != dead).Select(s => s.Address));
        dead.Dispose();
        Servers[index] = await ServerProcess.StartAsync(Folder, new Dictionary<string, string>(settings) { ["Workers__Enabled"] = "false" });
        clients.Use(Servers.Select(s => s.Address));
    }

    /// <summary>Somebody who may post on everybody's behalf.</summary>
    public async Task<string> TokenAsync()
    {
        await using var data = DataFolder.Open(Folder);
        return (await Person.AddAsync(data.Database, null, Role.Admin)).Token;
    }

    /// <summary>To the broker, without the program in between.</summary>
    public Task<IConnection> ConnectAsync() => Broker.ConnectAsync(virtualHost);

    /// <summary>Waits until no message waits or is under way anywhere.</summary>
    /// <param name="posts">How many were acknowledged.</param>
    /// <param name="limit">What is still there after that is stuck.</param>
    /// <returns>How long it took, and what is still there.</returns>
    public async Task<(TimeSpan Took, IReadOnlyList<string> Stuck)> RestAsync(int posts, TimeSpan limit)
    {
        var start = Stopwatch.GetTimestamp();
        TimeSpan? quiet = null;
        while (true)
        {
            var waiting = await WaitingAsync(posts);
            var elapsed = Stopwatch.GetElapsedTime(start);
            if (waiting.Count > 0 && elapsed > limit)
            {
                return (elapsed, waiting);
            }

            quiet = waiting.Count > 0 ? null : quiet ?? elapsed;
            if (quiet is { } since && elapsed - since > Unseen)
            {
                return (since, []);
            }

            await Task.Delay(500);
        }
    }

    /// <summary>Posts that no consumer has dealt with, queues that are not empty, and the outbox where it is not.</summary>
    private async Task<IReadOnlyList<string>> WaitingAsync(int posts)
    {
        await using var data = DataFolder.Open(Folder);
        var rows = await data.FirstAsync("SELECT COUNT(*) FROM Outbox");
        if (rows > 0)
        {
            return [$"{rows} rows in the outbox"];
        }

        var scored = await data.FirstAsync("SELECT COUNT(*) FROM Inbox WHERE Consumer IN ('ListingPublishedConsumer', 'NeedPostedConsumer')");
        if (scored < posts)
        {
            return [$"{posts - scored} posts that have not been scored"];
        }

        var queues = await Broker.ControlAsync("list_queues", "-p", virtualHost, "--no-table-headers", "name", "messages");
        return [.. queues.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t'))
            .Where(parts => parts.Length == 2 && int.Parse(parts[1], CultureInfo.InvariantCulture) > 0)
            .Select(parts => $"{parts[1]} messages in {parts[0]}")];
    }

    public async ValueTask DisposeAsync()
    {
        Servers.ForEach(s => s.Dispose());
        Workers.ForEach(w => w.Dispose());
        try
        {
            await Broker.ControlAsync("delete_vhost", virtualHost);
        }
        catch (AssertionException e)
        {
            // What has failed before says more than a broker that is not there any more.
            TestContext.Out.WriteLine(e.Message);
        }

        Directory.Delete(Folder, recursive: true);
    }
}
