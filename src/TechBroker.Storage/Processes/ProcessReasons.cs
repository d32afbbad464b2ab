using TechBroker.Storage.Bus;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Processes;

/// <summary>A consumer or relay that stands still, wherever it runs; no worker at all; several versions; whoever has fallen silent.</summary>
internal sealed class ProcessReasons(Database database, ProcessState state, ProcessSettings settings, TimeProvider clock) : IReadinessReason
{
    public async Task<IReadOnlyList<ReadinessReason>> FindAsync(CancellationToken ct)
    {
        var (rows, oldest) = await database.ReadAsync(async s => (await ProcessStore.ListAsync(s), await OutboxStore.OldestAsync(s)), ct);
        var now = clock.GetUtcNow();

        // The asked process knows better than what it said some seconds ago.
        var known = rows.Select(r => r.Id == state.Id
            ? new KnownProcess(r with { SeenAt = now }, state.Report(settings.Works, 0, 0))
            : KnownProcess.Of(r));
        return new ProcessJudgement(now, TimeSpan.FromMinutes(settings.StalledMinutes)).Of([.. known], settings.Works, oldest);
    }
}
