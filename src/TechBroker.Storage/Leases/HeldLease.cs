using System.Data.Common;
using TechBroker.Storage.Sql;
using TechBroker.Storage.Telemetry;

namespace TechBroker.Storage.Leases;

/// <summary>A lease in hand. It is prolonged in the background until it is disposed of, which lets it go, or lost.</summary>
public sealed class HeldLease : IAsyncDisposable
{
    private readonly CancellationTokenSource over = new();
    private readonly CancellationTokenSource lost = new();
    private readonly Database database;
    private readonly TimeProvider clock;
    private readonly TimeSpan lasts;
    private readonly Lease lease;
    private readonly Task prolonging;

    private HeldLease(Database database, TimeProvider clock, TimeSpan lasts, Lease lease)
    {
        (this.database, this.clock, this.lasts, this.lease) = (database, clock, lasts, lease);
        Lost = lost.Token;
        prolonging = ProlongAsync();
    }

    /// <summary>Cancelled where the lease ran out or went to somebody else: what is under way is to stop.</summary>
    public CancellationToken Lost { get; }

    public long Fence => lease.Fence;

    /// <returns>Null while somebody else holds it.</returns>
    public static async Task<HeldLease?> TryTakeAsync(Database database, TimeProvider clock, string name, TimeSpan lasts, CancellationToken ct)
    {
        // The machine and the process are for whoever looks into the table; the rest makes each taking another.
        var holder = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";
        var now = clock.GetUtcNow();

        // Asked by reading first: processes that only wait do not write.
        return await database.ReadAsync(s => LeaseStore.FindAsync(s, name), ct) is { } other && other.Until > now ? null
            : await database.WriteAsync(s => LeaseStore.TakeAsync(s, name, holder, clock.GetUtcNow(), clock.GetUtcNow() + lasts), ct) is { } taken ? new HeldLease(database, clock, lasts, taken)
            : null;
    }

    /// <summary>To be the first thing that a transaction under the lease does; it also prolongs the lease.</summary>
    /// <exception cref="LeaseLostException">It is no longer ours; nothing of the transaction is written.</exception>
    public async Task ConfirmAsync(WriteSession session)
    {
        var now = clock.GetUtcNow();
        if (!await LeaseStore.ProlongAsync(session, lease, now, now + lasts))
        {
            Instruments.LeasesLost.Add(1, new KeyValuePair<string, object?>("lease", lease.Name.Split(':')[0]));
            throw new LeaseLostException(lease.Name);
        }
    }

    /// <summary>Writes as <see cref="Database.WriteAsync{T}(Func{WriteSession, Task{T}}, CancellationToken)"/> does, and only while the lease is ours.</summary>
    /// <exception cref="LeaseLostException">It is no longer ours; nothing was written.</exception>
    public Task<T> WriteAsync<T>(Func<WriteSession, Task<T>> work, CancellationToken ct) => database.WriteAsync(
        async session =>
        {
            await ConfirmAsync(session);
            return await work(session);
        },
        ct);

    /// <summary>The same for work that has nothing to answer.</summary>
    /// <exception cref="LeaseLostException">It is no longer ours; nothing was written.</exception>
    public Task WriteAsync(Func<WriteSession, Task> work, CancellationToken ct) => database.WriteAsync(
        async session =>
        {
            await ConfirmAsync(session);
            await work(session);
        },
        ct);

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        await prolonging;
        try
        {
            await database.WriteAsync(s => LeaseStore.LetGoAsync(s, lease, clock.GetUtcNow()), CancellationToken.None);
        }
        catch (Exception e) when (e is DbException or ObjectDisposedException)
        {
            // It runs out by itself.
        }

        over.Dispose();
        lost.Dispose();
    }

    private async Task ProlongAsync()
    {
        // As last written by this loop; what others confirmed in between only makes it later.
        var until = lease.Until;
        while (true)
        {
            await Task.Delay(lasts / 3, clock, over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (over.IsCancellationRequested)
            {
                return;
            }

            var now = clock.GetUtcNow();
            try
            {
                if (!await database.WriteAsync(s => LeaseStore.ProlongAsync(s, lease, now, now + lasts), CancellationToken.None))
                {
                    await lost.CancelAsync();
                    return;
                }

                until = now + lasts;
            }
#pragma warning disable CA1031 // Whatever keeps it from being prolonged, who works under it must be told when it has run out.
            catch (Exception e)
#pragma warning restore CA1031
            {
                // A database that cannot write just now may write again before that.
                if (e is ObjectDisposedException || clock.GetUtcNow() >= until)
                {
                    await lost.CancelAsync();
                    return;
                }
            }
        }
    }
}

/// <summary>Somebody else holds the lease by now, or may.</summary>
public sealed class LeaseLostException(string name) : Exception($"The lease '{name}' is no longer ours.");
