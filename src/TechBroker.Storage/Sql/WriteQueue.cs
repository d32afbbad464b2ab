using System.Data.Common;
using System.Diagnostics;
using System.Threading.Channels;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Bus;
using TechBroker.Storage.Telemetry;

namespace TechBroker.Storage.Sql;

/// <summary>
/// The one writer of a process. Whoever waits shares a commit: each piece of writing runs in its own savepoint, one fsync makes all of them durable, and
/// only then is anyone answered. A piece that throws is rolled back alone. Where the database gives up on the transaction for a reason that
/// passes, all pieces run again from the start: a piece is a function of the session, and what it gathered is forgotten with it.
/// </summary>
internal sealed class WriteQueue : IAsyncDisposable
{
    private const string Savepoint = "piece";
    private const int MostAttempts = 6;

    // Whoever has waited that long, for a lock or a server that moves, is told; their client tries again if it likes.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private readonly Channel<Piece> queue = Channel.CreateUnbounded<Piece>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SqlDialect dialect;
    private readonly CommitSignal signal;
    private readonly AuditTrail audit;
    private readonly OutboxOwner owner;
    private readonly int limit;
    private readonly Task loop;
    private DbConnection? connection;
    private bool committing;

    public WriteQueue(SqlDialect dialect, CommitSignal signal, AuditTrail audit, OutboxOwner owner, int limit)
    {
        (this.dialect, this.signal, this.audit, this.owner, this.limit) = (dialect, signal, audit, owner, limit);
        loop = Task.Run(LoopAsync);
    }

    public async Task<T> RunAsync<T>(Actor actor, Func<WriteSession, Task<T>> work, CancellationToken ct)
    {
        var piece = new Piece<T>(actor, work, ct);
        if (!queue.Writer.TryWrite(piece))
        {
            throw new ObjectDisposedException(nameof(WriteQueue), "The database is shutting down.");
        }

        return await piece.Task;
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop;
        audit.Dispose();
        if (connection is not null)
        {
            await connection.DisposeAsync();
        }
    }

    private async Task LoopAsync()
    {
        var group = new List<Piece>();
        while (await queue.Reader.WaitToReadAsync())
        {
            while (group.Count < limit && queue.Reader.TryRead(out var piece))
            {
                group.Add(piece);
            }

            await CommitAsync(group);
            group.Clear();
        }
    }

    private async Task CommitAsync(List<Piece> group)
    {
        var start = Stopwatch.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            group.RemoveAll(p => p.GivenUp());
            if (group.Count == 0)
            {
                return;
            }

            try
            {
                await TryAsync(group);
                return;
            }
            catch (LostByPieceException lost)
            {
                // Its neighbours have done nothing wrong, and nothing of theirs is committed.
                lost.Piece.Fail(lost.InnerException!);
                group.Remove(lost.Piece);
                await DropConnectionAsync();
            }
#pragma warning disable CA1031 // The loop must outlive any failure; everyone who waits for this group is told of it.
            catch (Exception e)
#pragma warning restore CA1031
            {
                // A fresh connection sheds whatever state is left.
                await DropConnectionAsync();
                var unknown = committing && e is DbException broken && dialect.LeavesOutcomeUnknown(broken) ? broken : null;
                if (unknown is not null || attempt >= MostAttempts || Stopwatch.GetElapsedTime(start) > Patience || !(e is DbException fault && dialect.IsTransient(fault)))
                {
                    group.ForEach(p => p.Fail(unknown is null ? e : new OutcomeUnknownException(unknown)));
                    return;
                }

                // Not all processes at the same moment.
                await Task.Delay(Random.Shared.Next(5, 25) << attempt);
            }
        }
    }

    private async Task TryAsync(List<Piece> group)
    {
        committing = false;
        connection ??= await dialect.OpenAsync(readOnly: false, CancellationToken.None);
        var transaction = await dialect.BeginWriteAsync(connection);
        try
        {
            var session = new WriteSession(connection, transaction, dialect, owner, CancellationToken.None);
            foreach (var piece in group)
            {
                await RunPieceAsync(piece, session, transaction);
            }

            var lastEntry = await session.SealAsync(audit);
            committing = true;
            await transaction.CommitAsync();
            audit.Committed(lastEntry);
            if (session.Touched)
            {
                signal.Set();
            }

            group.ForEach(p => p.Answer());
        }
        finally
        {
            await DropAsync(transaction);
        }
    }

    private async Task RunPieceAsync(Piece piece, WriteSession session, DbTransaction transaction)
    {
        var mark = session.Mark();
        session.Actor = piece.Actor;

        // Whoever queued it runs elsewhere. Set in an async method, this is gone when the piece is done and never its neighbour's; cleared
        // first because an activity that has ended is not taken.
        (session.TraceParent, Activity.Current) = (piece.TraceParent, null);
        Activity.Current = piece.Trace;
        await dialect.SaveAsync(transaction, Savepoint);
        if (!await piece.TryRunAsync(session))
        {
            try
            {
                await dialect.RollbackToAsync(transaction, Savepoint);
            }
            catch (DbException e) when (e is TransactionLostException || !dialect.IsUnavailable(e))
            {
                // SQL Server ends the whole transaction at some errors, such as a value that cannot be converted.
                throw new LostByPieceException(piece);
            }

            session.Forget(mark);
        }

        await dialect.ReleaseAsync(transaction, Savepoint);
    }

    private async Task DropConnectionAsync()
    {
        var broken = connection;
        connection = null;
        await (broken is null ? Task.CompletedTask : DropAsync(broken));
    }

    private static async Task DropAsync(IAsyncDisposable broken)
    {
        try
        {
            await broken.DisposeAsync();
        }
        catch (Exception e) when (e is DbException or InvalidOperationException)
        {
            // Its group is told what went wrong before; if this ended the loop, every later write would wait forever.
        }
    }

    private sealed class LostByPieceException(Piece piece) : Exception("A piece took the transaction of its group along.", piece.Failure)
    {
        public Piece Piece { get; } = piece;
    }

    private abstract class Piece(Actor actor, CancellationToken ct)
    {
        public Actor Actor { get; } = actor;

        /// <summary>What it was queued for; pieces are made in the flow of whoever waits for them.</summary>
        public Activity? Trace { get; } = Activity.Current;

        public string? TraceParent { get; } = Traces.Parent;

        /// <summary>What the last run threw. It is told after the commit only: without that, it may be due to a neighbour's work that never was.</summary>
        public Exception? Failure { get; protected set; }

        protected CancellationToken Ct { get; } = ct;

        public abstract bool GivenUp();

        public abstract Task<bool> TryRunAsync(WriteSession session);

        public abstract void Answer();

        public abstract void Fail(Exception e);
    }

    private sealed class Piece<T>(Actor actor, Func<WriteSession, Task<T>> work, CancellationToken ct) : Piece(actor, ct)
    {
        private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? result;

        public Task<T> Task => done.Task;

        public override bool GivenUp() => Ct.IsCancellationRequested && done.TrySetCanceled(Ct);

        public override async Task<bool> TryRunAsync(WriteSession session)
        {
            (result, Failure) = (default, null);
            try
            {
                result = await work(session);
                return true;
            }
            catch (DbException e) when (session.Dialect.IsUnavailable(e))
            {
                // The database itself is in trouble: the whole group fails, or runs again.
                throw;
            }
#pragma warning disable CA1031 // Whatever the piece threw belongs to whoever waits for it, not to its neighbours in the group.
            catch (Exception e)
#pragma warning restore CA1031
            {
                Failure = e;
                return false;
            }
        }

        public override void Answer() => _ = Failure is null ? done.TrySetResult(result!) : done.TrySetException(Failure);

        public override void Fail(Exception e) => done.TrySetException(e);
    }
}
