using Microsoft.Extensions.Logging;

namespace TechBroker.Workers.Notices;

/// <summary>Lets a sender look for due work again and again, whatever goes wrong in between.</summary>
internal sealed partial class DeliveryLoop(WorkerOptions options, ILogger<DeliveryLoop> logger)
{
    /// <param name="step">Does some of what is due; false where there was nothing.</param>
    /// <param name="ct">Stops it.</param>
    public async Task RunAsync(Func<CancellationToken, Task<bool>> step, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                while (await step(ct))
                {
                }

                await Task.Delay(options.PollMilliseconds, ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // An exception here would end the whole program; what was leased is tried again when its lease has run out.
            catch (Exception e)
#pragma warning restore CA1031
            {
                Log.Failed(logger, e.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(5), ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static partial class Log
    {
        // By its type alone: what a mail server or webhook says may repeat an address.
        [LoggerMessage(1, LogLevel.Error, "Deliveries could not be carried out ({Reason}) and are tried again")]
        public static partial void Failed(ILogger logger, string reason);
    }
}
