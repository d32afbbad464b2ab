using TechBroker.Storage.Leases;
using TechBroker.Workers.Dispatch;

namespace TechBroker.Workers.Periodic;

/// <summary>Every minute: gives out what waits for a manager and what its manager has not taken on, or cannot.</summary>
internal sealed class DispatchSweep(DispatchRun run) : IPeriodicRound
{
    public string Name => "Giving engagements to managers";

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public Task RunAsync(HeldLease lease, CancellationToken ct) => run.SweepAsync(lease, ct);
}
