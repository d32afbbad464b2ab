using System.Runtime.InteropServices;
using TechBroker.Api.Health;
using TechBroker.Storage.Processes;
using TechBroker.Verbs;

namespace TechBroker.Composition;

/// <summary>
/// Stops at SIGTERM or Ctrl+C: draining first, then requests are finished, work is finished or given back, and the process ends with 0. A second
/// signal ends it at once; what is committed stays, as at any kill.
/// </summary>
internal sealed class OrderlyStop(IHostApplicationLifetime application, Draining draining, ProcessState? process = null) : IHostLifetime, IDisposable
{
    /// <summary>After draining: for requests, imports and messages under way. What takes longer is cut off, and goes on elsewhere or at the next start.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource disposed = new();
    private readonly List<PosixSignalRegistration> signals = [];
    private int asked;

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        signals.AddRange(new[] { PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGQUIT }.Select(s => PosixSignalRegistration.Create(s, Stop)));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        signals.ForEach(s => s.Dispose());
        disposed.Cancel();
        disposed.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        context.Cancel = true;
        if (Interlocked.Increment(ref asked) > 1)
        {
            Environment.Exit(CommandLine.Failed);
        }

        draining.Begin();
        process?.Drain();
        _ = StopAfterAsync(draining.Lasts);
    }

    private async Task StopAfterAsync(TimeSpan wait)
    {
        await Task.Delay(wait, disposed.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        application.StopApplication();
    }
}
