using System.Collections.Concurrent;
using System.Data.Common;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Bus;

namespace TechBroker.Storage.Sql;

/// <summary>The way to the database: reads run at once on a connection of their own, writes go through the one writer.</summary>
public sealed class Database : IAsyncDisposable
{
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

    public Task<T> ReadAsync<T>(Func<SqlSession, Task<T>> query, CancellationToken ct) =>
        WithReaderAsync(connection => query(new SqlSession(connection, null, Dialect, ct)));

    /// <summary>All statements of the query see the same state.</summary>
    public Task<T> SnapshotAsync<T>(Func<SqlSession, Task<T>> query, CancellationToken ct) =>
        WithReaderAsync(async connection =>
        {
            await using var transaction = Dialect.BeginSnapshot(connection);
            return await query(new SqlSession(connection, transaction, Dialect, ct));
        });

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

    private async Task<T> WithReaderAsync<T>(Func<DbConnection, Task<T>> query)
    {
        var connection = readers.TryTake(out var idle) ? idle : Dialect.Open(readOnly: true);
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

        readers.Add(connection);
        return result;
    }
}
