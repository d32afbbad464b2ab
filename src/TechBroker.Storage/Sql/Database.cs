using System.Collections.Concurrent;
using System.Data.Common;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Bus;

namespace TechBroker.Storage.Sql;

/// <summary>The way to the database: reads run at once on a connection of their own, writes go through the one writer.</summary>
public sealed class Database : IAsyncDisposable
{
    private const int MostReads = 4;

    private readonly ConcurrentBag<DbConnection> readers = [];
    private readonly WriteQueue writer;

    /// <param name="dialect">Which database, and where.</param>
    /// <param name="signal">Told of each commit that others wait for.</param>
    /// <param name="key">What the audit record is sealed with.</param>
    /// <param name="groupCommitLimit">How many waiting writes at most share one commit.</param>
    /// <param name="clock">Tells when audit entries were written; the machine's where absent.</param>
    /// <param name="relay">Whose what this process puts into the outbox is; nobody's where absent.</param>
    public Database(SqlDialect dialect, CommitSignal signal, AuditKey key, int groupCommitLimit = 256, TimeProvider? clock = null, RelayIdentity? relay = null)
    {
        TypeHandlers.Register();
        Dialect = dialect;
        clock ??= TimeProvider.System;
        writer = new WriteQueue(dialect, signal, new AuditTrail(key, clock), new OutboxOwner(relay, clock), groupCommitLimit);
    }

    public SqlDialect Dialect { get; }

    /// <summary>The query only asks: where the database gives up on it for a reason that passes, it is asked again.</summary>
    public async Task<T> ReadAsync<T>(Func<SqlSession, Task<T>> query, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await WithReaderAsync(connection => query(new SqlSession(connection, null, Dialect, ct)), ct);
            }
            catch (DbException e) when (attempt < MostReads && Dialect.DriverPools && Dialect.IsTransient(e))
            {
                await Task.Delay(Random.Shared.Next(10, 50) * attempt, ct);
            }
        }
    }

    /// <summary>
    /// All statements of the query see the same state. On SQL Server that is so where Storage:SnapshotIsolation is on; otherwise each sees what is
    /// committed when it begins, so that a number and the rows behind it may differ by what was written in between, and what must fit together
    /// (<see cref="AuditHead.WithAsync"/>, <see cref="Market.MarketFeed"/>) sees to that itself.
    /// </summary>
    public Task<T> SnapshotAsync<T>(Func<SqlSession, Task<T>> query, CancellationToken ct) =>
        WithReaderAsync(async connection =>
        {
            await using var transaction = await Dialect.BeginSnapshotAsync(connection, ct);
            return await query(new SqlSession(connection, transaction, Dialect, ct));
        },
        ct);

    /// <summary>
    /// Runs the work in a transaction and answers after its commit. The work must only use the session, must not wait for anything
    /// else, and must not write before it knows that it will not refuse.
    /// </summary>
    public Task<T> WriteAsync<T>(Actor actor, Func<WriteSession, Task<T>> work, CancellationToken ct) => writer.RunAsync(actor, work, ct);

    /// <summary>The same for work that has nothing to answer.</summary>
    public Task WriteAsync(Actor actor, Func<WriteSession, Task> work, CancellationToken ct) => writer.RunAsync(
        actor,
        async session =>
        {
            await work(session);
            return true;
        },
        ct);

    /// <summary>The same for what the program does by itself.</summary>
    public Task<T> WriteAsync<T>(Func<WriteSession, Task<T>> work, CancellationToken ct) => WriteAsync(Actor.System, work, ct);

    /// <summary>The same for what the program does by itself and that has nothing to answer.</summary>
    public Task WriteAsync(Func<WriteSession, Task> work, CancellationToken ct) => WriteAsync(Actor.System, work, ct);

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        while (readers.TryTake(out var connection))
        {
            await connection.DisposeAsync();
        }
    }

    private async Task<T> WithReaderAsync<T>(Func<DbConnection, Task<T>> query, CancellationToken ct)
    {
        var connection = readers.TryTake(out var idle) ? idle : await Dialect.OpenAsync(readOnly: true, ct);
        T result;
        try
        {
            result = await query(connection);
        }
        catch
        {
            // It may be broken, and a new one costs a millisecond. Left to the garbage collector, its file and read lock would stay.
            await connection.DisposeAsync();
            throw;
        }

        if (Dialect.DriverPools)
        {
            await connection.DisposeAsync();
        }
        else
        {
            readers.Add(connection);
        }

        return result;
    }
}
