using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TechBroker.Storage.Leases;
using TechBroker.Storage.Sql;

namespace TechBroker.Workers.Periodic;

/// <summary>
/// Runs every round at start and then at its pace, in the one process that holds the lease; the others look from time to time whether it
/// has been let go or has run out. A process that was stopped past its lease and wakes writes nothing: each transaction asks for the lease first.
/// </summary>
internal sealed partial class PeriodicWork(Database database, IEnumerable<IPeriodicRound> rounds, WorkerOptions options, TimeProvider clock, ILogger<PeriodicWork> logger)
    : BackgroundService
{
    /// <summary>The lease's name.</summary>
    internal const string LeaseName = "periodic-work";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var lasts = TimeSpan.FromSeconds(options.LeaseSeconds);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var lease = await HeldLease.TryTakeAsync(database, clock, LeaseName, lasts, stoppingToken);
                if (lease is not null)
                {
                    await WhileHeldAsync(lease, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A database in trouble must not end the whole program, which is what an exception here does.
            catch (Exception e)
#pragma warning restore CA1031
            {
                Log.NotTaken(logger, e);
            }

            await Task.Delay(lasts / 3, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task WhileHeldAsync(HeldLease lease, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct, lease.Lost);
        await Task.WhenAll(rounds.Select(r => RepeatAsync(r, lease, stop.Token)));
        if (!ct.IsCancellationRequested)
        {
            Log.Lost(logger);
        }
    }

    private async Task RepeatAsync(IPeriodicRound round, HeldLease lease, CancellationToken stop)
    {
        using var timer = round.Every == Timeout.InfiniteTimeSpan ? null : new PeriodicTimer(round.Every, clock);
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await round.RunAsync(lease, stop);
            }
            catch (Exception e) when (e is LeaseLostException || (e is OperationCanceledException && stop.IsCancellationRequested))
            {
                // What is left is the next holder's, or the next start's. The lease itself tells the other rounds.
                return;
            }
#pragma warning disable CA1031 // What one round cannot do must not end the whole program; the next one tries again.
            catch (Exception e)
#pragma warning restore CA1031
            {
                Log.Failed(logger, round.Name, e);
            }

            try
            {
                await (timer is null ? Task.Delay(Timeout.Infinite, stop) : timer.WaitForNextTickAsync(stop).AsTask());
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Round} could not be done; the next round tries again")]
        public static partial void Failed(ILogger logger, string round, Exception exception);

        [LoggerMessage(2, LogLevel.Warning, "Periodic work was taken over by another process, or this one was stopped for too long; it asks again")]
        public static partial void Lost(ILogger logger);

        [LoggerMessage(3, LogLevel.Error, "It could not be found out who does the periodic work; asked again shortly")]
        public static partial void NotTaken(ILogger logger, Exception exception);
    }
}
