using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TechBroker.Workers.Dispatch;

/// <summary>Gives out what waits for a manager and what its manager has not taken on, or cannot: at start and then every minute.</summary>
internal sealed partial class DispatchSweep(DispatchRun run, TimeProvider clock, ILogger<DispatchSweep> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        do
        {
            try
            {
                await run.SweepAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // What cannot be given out now is given out in a minute; an exception here would end the whole program.
            catch (Exception e)
#pragma warning restore CA1031
            {
                Log.Failed(logger, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Engagements that wait for a manager could not be given out; the next try is in a minute")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
