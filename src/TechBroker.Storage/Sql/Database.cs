using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;

namespace TechBroker.Storage.Sql;

/// <summary>The way to the database: reads run at once on a connection of their own, writes go through the one writer.</summary>
public sealed class Database : IAsyncDisposable
{
    private readonly ConcurrentBag<DbConnection> readers = [];
    private readonly WriteQueue writer;

    public Database(SqlDialect dialect, CommitSignal signal, int groupCommitLimit = 256)
    {
        TypeHandlers.Register();
        Dialect = dialect;
        writer = new WriteQueue(dialect, signal, groupCommitLimit);
    }

    public SqlDialect Dialect { get; }

    public async Task<T> ReadAsync<T>(Func<SqlSession, Task<T>> query, CancellationToken ct)
    {
        var connection = Borrow();
        var result = await query(new SqlSession(connection, null, Dialect, ct));
        readers.Add(connection);
        return result;
    }

    /// <summary>All statements of the query see the same state.</summary>
    public async Task<T> SnapshotAsync<T>(Func<SqlSession, Task<T>> query, CancellationToken ct)
    {
        var connection = Borrow();
        T result;
        await using (var transaction = connection is Microsoft.Data.Sqlite.SqliteConnection sqlite
            ? sqlite.BeginTransaction(IsolationLevel.Serializable, deferred: true)
            : await connection.BeginTransactionAsync(ct))
        {
            result = await query(new SqlSession(connection, transaction, Dialect, ct));
        }

        readers.Add(connection);
        return result;
    }

    /// <summary>
    /// Runs the work in a transaction and answers after its commit. The work must only use the session, must not wait for anything
    /// else, and must not write before it knows that it will not refuse.
    /// </summary>
    public Task<T> WriteAsync<T>(Func<WriteSession, Task<T>> work, CancellationToken ct) => writer.RunAsync(work, ct);

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        while (readers.TryTake(out var connection))
        {
            await connection.DisposeAsync();
        }
    }

    // A connection whose query threw is not put back: it may be broken, and a new one costs a millisecond.
    private DbConnection Borrow() => readers.TryTake(out var connection) ? connection : Dialect.Open(readOnly: true);
}
