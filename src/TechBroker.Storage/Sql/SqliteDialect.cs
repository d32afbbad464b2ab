using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace TechBroker.Storage.Sql;

/// <summary>SQLite in write-ahead-log mode.</summary>
public sealed class SqliteDialect(string file) : SqlDialect
{
    private const int Busy = 5, Locked = 6, NoMemory = 7, ReadOnly = 8, IoError = 10, Corrupt = 11, Full = 13, CannotOpen = 14, Protocol = 15, Constraint = 19, NotADatabase = 26;
    private const int ConstraintPrimaryKey = 1555, ConstraintUnique = 2067;

    public string File { get; } = file;

    public override string Name => "sqlite";

    // Its own pool would lose the settings of Prepare.
    public override bool DriverPools => false;

    // BEGIN IMMEDIATE, which writes here have, takes it before anything is read.
    public override string LockVersionTable => "";

    public override string TakeFromCounter => "UPDATE Counter SET Value = Value + @count WHERE Name = @name RETURNING Value";

    public override string Limit => " LIMIT @Limit";

    public override string UpsertMatch => """
        INSERT INTO Match (Id, ListingId, NeedId, ListingRevision, NeedRevision, Score, Level, Contributions, EngineVersion, MarketSeq, ScoredAt)
        SELECT @Id, @ListingId, @NeedId, @ListingRevision, @NeedRevision, @Score, @Level, @Contributions, @EngineVersion, @MarketSeq, @ScoredAt
         WHERE EXISTS (SELECT 1 FROM Listing WHERE Id = @ListingId AND Revision = @ListingRevision AND State = 'published' AND Matched = 1)
           AND EXISTS (SELECT 1 FROM Need WHERE Id = @NeedId AND Revision = @NeedRevision AND State = 'published' AND Matched = 1)
        ON CONFLICT (ListingId, NeedId) DO UPDATE SET
               ListingRevision = excluded.ListingRevision, NeedRevision = excluded.NeedRevision, Score = excluded.Score,
               Level = excluded.Level, Contributions = excluded.Contributions, EngineVersion = excluded.EngineVersion,
               MarketSeq = excluded.MarketSeq, ScoredAt = excluded.ScoredAt
         WHERE excluded.MarketSeq > Match.MarketSeq OR (excluded.MarketSeq = Match.MarketSeq AND excluded.EngineVersion <> Match.EngineVersion)
        """;

    public override string ReceiveOnce =>
        "INSERT INTO Inbox (MessageId, Consumer, ReceivedAt) VALUES (@messageId, @consumer, @at) ON CONFLICT DO NOTHING";

    public override string Contains(string column, string parameter) => $"INSTR({column}, {parameter}) > 0";

    public override string SameOwner(string column, string parameter) => $"COALESCE({column}, '') = COALESCE({parameter}, '')";

    // It is text already.
    public override string IdText(string column) => $"CAST({column} AS TEXT)";

    public override string MonthOf(string column) => $"SUBSTRING({column}, 1, 7)";

    // SQLite has no asynchronous I/O.
    public override Task<DbConnection> OpenAsync(bool readOnly, CancellationToken ct) => Task.FromResult<DbConnection>(Open(readOnly));

    // Deferred: an immediate transaction would take the write lock.
    public override Task<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken ct) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(IsolationLevel.Serializable, deferred: true));

    // Immediate: the one write lock of the file is everybody's turn.
    public override async Task<DbTransaction> BeginWriteAsync(DbConnection connection) => await connection.BeginTransactionAsync();

    public override Task SaveAsync(DbTransaction transaction, string name) => transaction.SaveAsync(name);

    public override Task ReleaseAsync(DbTransaction transaction, string name) => transaction.ReleaseAsync(name);

    public override Task RollbackToAsync(DbTransaction transaction, string name) => transaction.RollbackAsync(name);

    public override async Task CreateVersionTableAsync(DbConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText =
            "CREATE TABLE IF NOT EXISTS SchemaVersion (Number INTEGER NOT NULL PRIMARY KEY, Name TEXT NOT NULL, Checksum TEXT NOT NULL, AppliedAt TEXT NOT NULL)";
        await command.ExecuteNonQueryAsync();
    }

    public override bool IsUniqueViolation(DbException exception) =>
        exception is SqliteException { SqliteErrorCode: Constraint, SqliteExtendedErrorCode: ConstraintPrimaryKey or ConstraintUnique };

    public override bool IsUnavailable(DbException exception) =>
        exception is TransactionLostException or OutcomeUnknownException or SqliteException { SqliteErrorCode: Busy or Locked or NoMemory or ReadOnly or IoError or Corrupt or Full or CannotOpen or Protocol or NotADatabase };

    // Whoever waited for the lock as long as Prepare says is told so; WriteQueue sets an end to trying again.
    public override bool IsTransient(DbException exception) => exception is SqliteException { SqliteErrorCode: Busy or Locked };

    // There is no wire between: what failed was not committed.
    public override bool LeavesOutcomeUnknown(DbException exception) => false;

    internal SqliteConnection Open(bool readOnly)
    {
        // Pooling is done by Database, which keeps its connections open with their settings.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = File, Pooling = false }.ToString());
        try
        {
            connection.Open();
            Prepare(connection, readOnly);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A copy that nobody else uses, to be looked into without leaving a log beside it.</summary>
    internal static DbConnection OpenCopy(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static void Prepare(SqliteConnection connection, bool readOnly)
    {
        using var settings = connection.CreateCommand();

        // secure_delete=FAST: what was deleted or overwritten does not linger in the pages that are written anyway, such as a name.
        // synchronous=FULL: an answered write survives a power cut, and group commit makes it cheap.
        // A log of up to 32 MB: a page that many posts touch is written back once.
        settings.CommandText = $"""
            PRAGMA busy_timeout = 20000;
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            PRAGMA wal_autocheckpoint = 8000;
            PRAGMA foreign_keys = ON;
            PRAGMA secure_delete = FAST;
            PRAGMA cache_size = {(readOnly ? -8192 : -65536)};
            PRAGMA temp_store = MEMORY;
            PRAGMA query_only = {(readOnly ? 1 : 0)};
            """;
        settings.ExecuteNonQuery();
    }
}
