using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TechBroker.Matching;
using TechBroker.Storage.Market;

namespace TechBroker.Workers.Processes;

/// <summary>
/// Loads the market at the start, before the first question, and keeps a copy of the index on disk for the next one: after many changes, and
/// after few within hours, so that what was taken off the market does not stay readable in it.
/// </summary>
internal sealed partial class IndexKeeping(MarketFeed feed, TimeProvider clock, ILogger<IndexKeeping> logger, int fewestItems = IndexKeeping.FewestItems) : BackgroundService
{
    /// <summary>A smaller market is read from the database in a second.</summary>
    private const int FewestItems = 2_000;

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1), Oldest = TimeSpan.FromHours(6);

    private DateTimeOffset savedAt = clock.GetUtcNow();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            do
            {
                await TryAsync(atEnd: false, stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping in order; StopAsync saves.
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryAsync(atEnd: true, cancellationToken);
    }

    internal async Task KeepAsync(bool atEnd, CancellationToken ct)
    {
        if (!atEnd)
        {
            await feed.SyncAsync(ct);
        }

        if (feed.Seq == 0)
        {
            return; // Never read yet, so there is nothing to judge the file by.
        }

        var items = feed.Ask((index, _) => index.Count(Side.Listing) + index.Count(Side.Need));
        var changes = feed.Seq - feed.SavedSeq;
        if (items < fewestItems)
        {
            feed.DropFile();
        }
        else if (changes > 0 && (atEnd || changes * 20 > items || clock.GetUtcNow() - savedAt >= Oldest))
        {
            await feed.SaveAsync(ct);
            savedAt = clock.GetUtcNow();
        }
    }

    private async Task TryAsync(bool atEnd, CancellationToken ct)
    {
        try
        {
            await KeepAsync(atEnd, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The database has everything; only the next start takes longer.
        }
#pragma warning disable CA1031 // The file only saves time; whatever it is, the next minute tries again.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Log.Failed(logger, e.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The index could not be brought up to date or kept on disk ({Reason}); it is tried again in a minute")]
        public static partial void Failed(ILogger logger, string reason);
    }
}
