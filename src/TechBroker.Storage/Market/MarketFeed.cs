using System.Collections.Concurrent;
using TechBroker.Matching;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Market;

/// <summary>
/// Keeps a <see cref="MarketIndex"/> in step with the database by the change feed. Whoever syncs first and then ranks sees everything
/// that was committed before, so of two things posted at the same moment the later one always finds the other.
/// </summary>
public sealed class MarketFeed(Database database, MarketIndex index) : IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);
    private readonly ReaderWriterLockSlim gate = new();
    private readonly ConcurrentDictionary<(Side, Guid), Exception> leftOut = new();
    private long seq;

    /// <summary>The change up to which the index has come.</summary>
    public long Seq => Interlocked.Read(ref seq);

    /// <summary>
    /// Why an open item is not in the index, or null. What the index cannot take is left out of it: one bad row must not keep the
    /// whole market from being scored and searched.
    /// </summary>
    public Exception? FaultOf(Side side, Guid id) => leftOut.GetValueOrDefault((side, id));

    /// <summary>Brings the index to the newest committed change.</summary>
    public async Task SyncAsync(CancellationToken ct)
    {
        await one.WaitAsync(ct);
        try
        {
            var from = Seq;
            var changes = await database.SnapshotAsync(session => ChangesAsync(session, from), ct);
            if (changes.UpTo > from)
            {
                Apply(changes);
            }
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Asks the index in one unchanging state; the number says which, for replay.</summary>
    public T Ask<T>(Func<MarketIndex, long, T> question)
    {
        gate.EnterReadLock();
        try
        {
            return question(index, Seq);
        }
        finally
        {
            gate.ExitReadLock();
        }
    }

    public void Dispose()
    {
        one.Dispose();
        gate.Dispose();
    }

    private static async Task<Changes> ChangesAsync(SqlSession session, long from)
    {
        var upTo = await session.FirstAsync<long>("SELECT Value FROM Counter WHERE Name = 'market'");
        return upTo == from
            ? new Changes(upTo, [], [])
            : new Changes(
                upTo,
                await ListingStore.ChangesAsync(session, from, upTo, openOnly: from == 0),
                await NeedStore.ChangesAsync(session, from, upTo, openOnly: from == 0));
    }

    private void Apply(Changes changes)
    {
        gate.EnterWriteLock();
        try
        {
            foreach (var row in changes.Listings)
            {
                Apply(row.State, Side.Listing, row.Id, row.ToItem);
            }

            foreach (var row in changes.Needs)
            {
                Apply(row.State, Side.Need, row.Id, row.ToItem);
            }

            Interlocked.Exchange(ref seq, changes.UpTo);
        }
        finally
        {
            gate.ExitWriteLock();
        }
    }

    private void Apply(string state, Side side, Guid id, Func<MarketItem> item)
    {
        leftOut.TryRemove((side, id), out _);
        if (state != "published")
        {
            index.Remove(side, id);
            return;
        }

        try
        {
            index.Put(item());
        }
#pragma warning disable CA1031 // Whatever is wrong with the item, whoever scores it is told by FaultOf.
        catch (Exception e) when (e is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            index.Remove(side, id);
            leftOut[(side, id)] = e;
        }
    }

    private sealed record Changes(long UpTo, IReadOnlyList<ListingRow> Listings, IReadOnlyList<NeedRow> Needs);
}
