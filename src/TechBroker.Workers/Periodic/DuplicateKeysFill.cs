using TechBroker.Domain.Duplicates;
using TechBroker.Storage.Duplicates;
using TechBroker.Storage.Leases;
using TechBroker.Storage.Sql;

namespace TechBroker.Workers.Periodic;

/// <summary>Once: keys for listings and needs from before duplicates were looked for. Everything later gets them as it is written.</summary>
internal sealed class DuplicateKeysFill(Database database) : IPeriodicRound
{
    // Few enough that others' writes get in between.
    private const int AtOnce = 200;

    public string Name => "Filling in keys for finding duplicates";

    // What is there works without; where it fails, the next start goes on where this one stopped.
    public TimeSpan Every => Timeout.InfiniteTimeSpan;

    public async Task RunAsync(HeldLease lease, CancellationToken ct)
    {
        foreach (var side in Enum.GetValues<DuplicateSide>())
        {
            await FillAsync(side, lease, ct);
        }
    }

    private async Task FillAsync(DuplicateSide side, HeldLease lease, CancellationToken ct)
    {
        for (var after = Guid.Empty; ;)
        {
            var ids = await database.ReadAsync(s => DuplicateBackfill.WithoutKeysAsync(s, side, after, AtOnce), ct);
            if (ids.Count == 0)
            {
                return;
            }

            await lease.WriteAsync(s => DuplicateBackfill.FillAsync(s, side, ids), ct);
            after = ids[^1];
        }
    }
}
