using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TechBroker.Storage.Market;
using TechBroker.Storage.Processes;
using TechBroker.Storage.Sql;

namespace TechBroker.Workers.Processes;

/// <summary>Says every ten seconds that this process is there and how far it has come, and takes it off the list when it stops in order.</summary>
internal sealed partial class Heartbeat(
    Database database, MarketFeed feed, ProcessState state, ProcessSettings settings, Gauges gauges, TimeProvider clock, ILogger<Heartbeat> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10), MostPatience = TimeSpan.FromSeconds(3);
    private bool failing;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await SayAsync(stoppingToken);
                failing = false;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The next one is in ten seconds; an exception here would end the whole program.
            catch (Exception e)
#pragma warning restore CA1031
            {
                Tell(e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        using var patience = new CancellationTokenSource(MostPatience);
        try
        {
            await database.WriteAsync(s => ProcessStore.RemoveAsync(s, state.Id), patience.Token).WaitAsync(patience.Token);
        }
#pragma warning disable CA1031 // Whoever cannot say goodbye is forgotten after an hour; stopping must not fail for it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Tell(e);
        }
    }

    internal async Task SayAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var standing = await database.ReadAsync(s => Standing.ReadAsync(s, feed.Seq, now), ct);
        gauges.Saw(standing);
        var row = new ProcessRow
        {
            Id = state.Id,
            Role = settings.Role,
            Host = settings.Host,
            Version = settings.Version,
            StartedAt = state.StartedAt,
            SeenAt = now,
            Report = StoredJson.Write(state.Report(settings.Works, feed.Seq, standing.NewestChange)),
        };
        await database.WriteAsync(
            async s =>
            {
                await ProcessStore.SayAsync(s, row);
                await ProcessStore.ForgetAsync(s, now - ProcessStore.Kept);
            },
            ct);
    }

    // Once for each time of trouble: a full disk is told of by everything else already.
    private void Tell(Exception e)
    {
        if (!failing)
        {
            Log.Failed(logger, e.GetType().Name);
        }

        failing = true;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "This process could not say in the database that it is there ({Reason}); it tries again every ten seconds")]
        public static partial void Failed(ILogger logger, string reason);
    }
}
