using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client.Exceptions;
using TechBroker.Composition;
using TechBroker.IntegrationTests.Support;
using TechBroker.Storage.Sql;

namespace TechBroker.IntegrationTests.Rabbit;

/// <summary>A data folder and a virtual host, on which servers and workers are started as an operator would: several, over one broker.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private readonly List<IHost> workers = [];
    private readonly List<TestServer> servers = [];
    private readonly Lazy<DataFolder> data;

    private Installation(Broker broker, string virtualHost)
    {
        (Broker, VirtualHost) = (broker, virtualHost);
        data = new(() => DataFolder.Open(Folder));
    }

    public Broker Broker { get; }

    public string VirtualHost { get; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("techbroker-test-").FullName;

    /// <summary>The database, looked into from outside.</summary>
    public DataFolder Data => data.Value;

    public Dictionary<string, string> Environment => Broker.AsEnvironment(VirtualHost);

    /// <summary>Lines that servers and workers have logged.</summary>
    public LogLines Log { get; } = new();

    public static async Task<Installation> OnAsync(Broker broker) => new(broker, await broker.AddVirtualHostAsync());

    /// <summary>API and relay, and no consumers.</summary>
    public async Task<TestServer> ServeAsync(Action<Settings>? configure = null)
    {
        var server = await TestServer.StartAsync(
            settings =>
            {
                Configure(settings, configure);
                settings.Workers.Enabled = false;
            },
            Folder,
            builder => builder.Logging.AddProvider(Log));
        servers.Add(server);
        return server;
    }

    /// <summary>A worker; the relay is part of it.</summary>
    public async Task<IHost> WorkAsync(Action<Settings>? configure = null)
    {
        var settings = new Settings();
        settings.Storage.DataDirectory = Folder;
        Configure(settings, configure);
        var host = Composition.Host.BuildWorker(settings, builder => builder.Logging.ClearProviders().AddProvider(Log));
        await Composition.Host.MigrateAsync(host.Services.GetRequiredService<SqlDialect>(), CancellationToken.None);
        await host.StartAsync();
        workers.Add(host);
        return host;
    }

    /// <summary>Messages that lie ready in a queue; none where there is no queue.</summary>
    public async Task<long> MessagesAsync(string queue)
    {
        await using var connection = await Broker.ConnectAsync(VirtualHost);
        await using var channel = await connection.CreateChannelAsync();
        try
        {
            return (await channel.QueueDeclarePassiveAsync(queue)).MessageCount;
        }
        catch (OperationInterruptedException e) when (e.ShutdownReason?.ReplyCode == 404)
        {
            return 0;
        }
    }

    public Task<long> CountAsync(string table) => Data.FirstAsync($"SELECT COUNT(*) FROM {table}");

    public Task DrainAsync(int seconds = 30) => Eventually.BecomesAsync(async () => await CountAsync("Outbox") == 0, "the outbox to drain", seconds);

    public Task CountsAsync(string table, long count, int seconds = 30) =>
        Eventually.BecomesAsync(async () => await CountAsync(table) == count, $"{count} rows in {table}", seconds);

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in workers)
        {
            await worker.StopAsync();
            worker.Dispose();
        }

        foreach (var server in servers)
        {
            await server.DisposeAsync();
        }

        if (data.IsValueCreated)
        {
            await Data.DisposeAsync();
        }

        Directory.Delete(Folder, recursive: true);
    }

    private void Configure(Settings settings, Action<Settings>? more)
    {
        Broker.Configure(settings.Bus, VirtualHost);
        settings.Workers.PollMilliseconds = 100;
        more?.Invoke(settings);
    }
}
