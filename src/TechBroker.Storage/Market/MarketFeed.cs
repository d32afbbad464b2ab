using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using TechBroker.Matching;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Market;

/// <summary>
/// Keeps a <see cref="MarketIndex"/> in step with the database by the change feed. Whoever syncs first and then ranks sees everything
/// that was committed before, so of two things posted at the same moment the later one always finds the other. Begins with the index on disk
/// where there is one that the database agrees with.
/// </summary>
public sealed partial class MarketFeed(Database database, MarketIndex index, IndexFile? file = null, ILogger<MarketFeed>? logger = null) : IDisposable
{
    private const int RowsAtOnce = 5_000;

    private readonly SemaphoreSlim one = new(1, 1);
    private readonly ConcurrentDictionary<(Side, Guid), Exception> leftOut = new();
    private readonly List<(Side, Guid)> healed = [];

    // Index and number are changed together: who asks gets both of one moment, and waits for nobody.
    private volatile Tuple<MarketIndex, long> now = Tuple.Create(index.AsItIs(), 0L);

    // What the index itself holds already; a sync that broke off goes on from here, unseen until it is through.
    private long reached;
    private bool hasLookedForFile;

    /// <summary>The change up to which the index has come.</summary>
    public long Seq => now.Item2;

    /// <summary>The change up to which the file on disk has come; 0 without one.</summary>
    public long SavedSeq { get; private set; }

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
            if (reached == 0)
            {
                index.Clear();
                reached = SavedSeq = file is { Exists: true } && !hasLookedForFile ? await ReadFileAsync(file, ct) : 0;
                hasLookedForFile = true;
            }

            for (var isNewest = false; !isNewest;)
            {
                var changes = await database.SnapshotAsync(session => MarketChanges.ReadAsync(session, reached, RowsAtOnce), ct);
                Apply(changes);
                (reached, isNewest) = (changes.UpTo, changes.IsNewest);
            }

            if (reached > Seq)
            {
                now = Tuple.Create(index.AsItIs(), reached);
                healed.ForEach(item => leftOut.TryRemove(item, out _));
                healed.Clear();
            }
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Asks the index in one unchanging state; the number says which, for replay. Syncing goes on meanwhile.</summary>
    public T Ask<T>(Func<MarketIndex, long, T> question)
    {
        var (state, seq) = now;
        return question(state, seq);
    }

    /// <summary>
    /// Writes the index to disk as it is now; neither readers nor syncing wait for it. Not while an item is left out of it: a file is what the
    /// database says or it is of no use.
    /// </summary>
    public async Task SaveAsync(CancellationToken ct)
    {
        var saving = now;
        if (file is null || saving.Item2 == 0 || !leftOut.IsEmpty
            || await database.ReadAsync(session => MarketChanges.MomentAsync(session, saving.Item2), ct) is not { } moment)
        {
            return;
        }

        await Task.Run(() => file.Write(saving.Item1, moment), ct);
        SavedSeq = saving.Item2;
    }

    /// <summary>For a market that is read from the database in no time.</summary>
    public void DropFile()
    {
        file?.Delete();
        SavedSeq = 0;
    }

    public void Dispose() => one.Dispose();

    /// <returns>The change from which to go on; 0 with an empty index where the file cannot be used.</returns>
    private async Task<long> ReadFileAsync(IndexFile from, CancellationToken ct)
    {
        try
        {
            var moment = from.Read(index);
            if (await database.ReadAsync(session => MarketChanges.MomentAsync(session, moment.Seq), ct) != moment)
            {
                throw new InvalidDataException("it comes from another database, or from a history that this one does not have");
            }

            foreach (var side in new[] { Side.Listing, Side.Need })
            {
                if (!(await database.SnapshotAsync(session => OpenItems.ReadAsync(session, side, moment.Seq), ct)).Correct(index, side))
                {
                    throw new InvalidDataException("the database has items that it does not have");
                }
            }

            return moment.Seq;
        }
#pragma warning disable CA1031 // Whatever is wrong with the file, the database has everything.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            index.Clear();
            Log.Unusable(logger ?? (ILogger)Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance, from.Path, e is InvalidDataException ? e.Message : e.GetType().Name);
            return 0;
        }
    }

    private void Apply(MarketChanges changes)
    {
        var ready = new List<MarketItem>();
        foreach (var (side, id, item) in changes.All())
        {
            if (item is null)
            {
                index.Remove(side, id);
                healed.Add((side, id));
            }
            else if (Try(side, id, () => ready.Add(item())))
            {
                healed.Add((side, id));
            }
        }

        try
        {
            index.Put(ready);
        }
#pragma warning disable CA1031 // One by one it is found out which of them it was.
        catch (Exception e) when (e is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            ready.ForEach(item => Try(item.Side, item.Id, () => index.Put(item)));
        }
    }

    private bool Try(Side side, Guid id, Action work)
    {
        try
        {
            work();
            return true;
        }
#pragma warning disable CA1031 // Whatever is wrong with the item, whoever scores it is told by FaultOf.
        catch (Exception e) when (e is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            index.Remove(side, id);
            leftOut[(side, id)] = e;
            healed.RemoveAll(item => item == (side, id));
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The index in {Path} is not used: {Reason}. It is made anew from the database, which takes longer")]
        public static partial void Unusable(ILogger logger, string path, string reason);
    }
}
