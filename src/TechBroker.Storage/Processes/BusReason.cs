using TechBroker.Storage.Bus;

namespace TechBroker.Storage.Processes;

/// <summary>The message broker is away or in trouble: what is posted is kept, and matched later.</summary>
public sealed class BusReason(BusHealth health) : IReadinessReason
{
    public Task<IReadOnlyList<ReadinessReason>> FindAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<ReadinessReason>>(
        health.State is { Condition: not BusCondition.Connected, Sentence: { } sentence } ? [new("bus", ReadinessLevel.Degraded, sentence)] : []);
}
