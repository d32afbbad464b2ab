using System.Data.Common;
using System.Threading.Channels;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Bus;

namespace TechBroker.Storage.Sql;

/// <summary>
/// The one writer of an embedded database. Whoever waits shares a commit: each piece of writing runs in its own savepoint, one fsync
/// makes all of them durable, and only then is anyone answered. A piece that throws is rolled back alone.
/// </summary>
internal sealed class WriteQueue : IAsyncDisposable
{
    private readonly Channel<Piece> queue = Channel.CreateUnbounded<Piece>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SqlDialect dialect;
    private readonly CommitSignal signal;
    private readonly AuditTrail audit;
    private readonly OutboxOwner owner;
    private readonly int limit;
    private readonly Task loop;
    private DbConnection? connection;

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
                if (!piece.GivenUp())
                {
                    group.Add(piece);
                }
            }

            await CommitAsync(group);
            group.Clear();
        }
    }

    private async Task CommitAsync(List<Piece> group)
    {
        if (group.Count == 0)
        {
            return;
        }

        try
        {
            connection ??= dialect.Open(readOnly: false);
            bool wake;
            await using (var transaction = await connection.BeginTransactionAsync())
            {
                var session = new WriteSession(connection, transaction, dialect, owner, CancellationToken.None);
                foreach (var piece in group)
                {
                    await RunPieceAsync(piece, session, transaction);
                }

                var lastEntry = await session.SealAsync(audit);
                await transaction.CommitAsync();
                audit.Committed(lastEntry);
                wake = session.Touched;
            }

            if (wake)
            {
                signal.Set();
            }

            group.ForEach(p => p.Answer());
        }
#pragma warning disable CA1031 // The loop must outlive any failure; everyone who waits for this group is told of it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            // Nothing of the group is committed, and everyone in it is told. A fresh connection sheds whatever state is left.
            group.ForEach(p => p.Fail(e));
            await DropConnectionAsync();
        }
    }

    private async Task DropConnectionAsync()
    {
        var broken = connection;
        connection = null;
        try
        {
            await (broken?.DisposeAsync() ?? default);
        }
        catch (DbException)
        {
            // Its group has been told what went wrong; if this ended the loop, every later write would wait forever.
        }
    }

    private static async Task RunPieceAsync(Piece piece, WriteSession session, DbTransaction transaction)
    {
        const string Name = "piece";
        var mark = session.Mark();
        session.Actor = piece.Actor;
        await transaction.SaveAsync(Name);
        if (!await piece.TryRunAsync(session))
        {
            await transaction.RollbackAsync(Name);
            session.Forget(mark);
        }

        await transaction.ReleaseAsync(Name);
    }

    private abstract class Piece(Actor actor, CancellationToken ct)
    {
        public Actor Actor { get; } = actor;

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
            try
            {
                result = await work(session);
                return true;
            }
            catch (DbException e) when (session.Dialect.IsUnavailable(e))
            {
                // The database itself is in trouble: the whole group fails.
                throw;
            }
#pragma warning disable CA1031 // Whatever the piece threw belongs to whoever waits for it, not to its neighbours in the group.
            catch (Exception e)
#pragma warning restore CA1031
            {
                done.TrySetException(e);
                return false;
            }
        }

        public override void Answer() => done.TrySetResult(result!);

        public override void Fail(Exception e) => done.TrySetException(e);
    }
}
