using System.Data;
using System.Data.Common;
using Microsoft.Data.SqlClient;

namespace TechBroker.Storage.Sql;

/// <summary>SQL Server 2019 and later, Azure SQL, and servers that understand the same plain core of T-SQL.</summary>
/// <param name="connectionString">As the operator gave it; it holds a password and is never shown.</param>
/// <param name="snapshots">The database allows snapshot isolation, and reads of several statements use it; otherwise each statement sees what is committed when it begins.</param>
public sealed class SqlServerDialect(string connectionString, bool snapshots = false) : SqlDialect
{
    private readonly string connectionString = Complete(connectionString);

    public override string Name => "sqlserver";

    public override bool DriverPools => true;

    public override string LockVersionTable => "UPDATE SchemaVersion SET Name = Name WHERE Number = 0";

    public override string TakeFromCounter => "UPDATE Counter SET Value = Value + @count OUTPUT inserted.Value WHERE Name = @name";

    public override string Limit => " OFFSET 0 ROWS FETCH NEXT @Limit ROWS ONLY";

    // Two statements instead of one: nobody else writes between them (BeginWriteAsync), and one of them affects no row.
    public override string UpsertMatch => """
        UPDATE Match
           SET ListingRevision = @ListingRevision, NeedRevision = @NeedRevision, Score = @Score, Level = @Level, Contributions = @Contributions,
               EngineVersion = @EngineVersion, MarketSeq = @MarketSeq, ScoredAt = @ScoredAt
         WHERE ListingId = @ListingId AND NeedId = @NeedId
           AND (MarketSeq < @MarketSeq OR (MarketSeq = @MarketSeq AND EngineVersion <> @EngineVersion))
           AND EXISTS (SELECT 1 FROM Listing WHERE Id = @ListingId AND Revision = @ListingRevision AND State = 'published' AND Matched = 1)
           AND EXISTS (SELECT 1 FROM Need WHERE Id = @NeedId AND Revision = @NeedRevision AND State = 'published' AND Matched = 1);
        INSERT INTO Match (Id, ListingId, NeedId, ListingRevision, NeedRevision, Score, Level, Contributions, EngineVersion, MarketSeq, ScoredAt)
        SELECT @Id, @ListingId, @NeedId, @ListingRevision, @NeedRevision, @Score, @Level, @Contributions, @EngineVersion, @MarketSeq, @ScoredAt
         WHERE NOT EXISTS (SELECT 1 FROM Match WHERE ListingId = @ListingId AND NeedId = @NeedId)
           AND EXISTS (SELECT 1 FROM Listing WHERE Id = @ListingId AND Revision = @ListingRevision AND State = 'published' AND Matched = 1)
           AND EXISTS (SELECT 1 FROM Need WHERE Id = @NeedId AND Revision = @NeedRevision AND State = 'published' AND Matched = 1)
        """;

    public override string ReceiveOnce => """
        INSERT INTO Inbox (MessageId, Consumer, ReceivedAt)
        SELECT @messageId, @consumer, @at WHERE NOT EXISTS (SELECT 1 FROM Inbox WHERE MessageId = @messageId AND Consumer = @consumer)
        """;

    // Not OPENJSON, which wants a compatibility level and is beyond some servers: a code with its quotation marks stands in a JSON list only as a whole.
    public override string Contains(string column, string parameter) => $"CHARINDEX({parameter}, {column}) > 0";

    public override string SameOwner(string column, string parameter) => $"({column} = {parameter} OR ({column} IS NULL AND {parameter} IS NULL))";

    public override string IdText(string column) => $"LOWER(CONVERT(nvarchar(36), {column}))";

    public override string MonthOf(string column) => $"SUBSTRING(CONVERT(nvarchar(10), {column}, 120), 1, 7)";

    public override async Task<DbConnection> OpenAsync(bool readOnly, CancellationToken ct)
    {
        var connection = new SqlConnection(connectionString);
        try
        {
            await connection.OpenAsync(ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public override async Task<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken ct) =>
        await connection.BeginTransactionAsync(snapshots ? IsolationLevel.Snapshot : IsolationLevel.ReadCommitted, ct);

    // Every commit ends with the audit record and mostly with the feed's counter, which let one through at a time anyway. Taking the turn before anything
    // is read makes what holds for the one writer of SQLite hold here, and no two writers can deadlock.
    public override async Task<DbTransaction> BeginWriteAsync(DbConnection connection)
    {
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted);
        try
        {
            await using var turn = Command(transaction, TakeFromCounter);
            turn.Parameters.Add(new SqlParameter("@name", SqlDbType.NVarChar, 60) { Value = "writer" });
            turn.Parameters.Add(new SqlParameter("@count", SqlDbType.Int) { Value = 1 });
            return await turn.ExecuteScalarAsync() is null ? throw new InvalidOperationException("The table Counter has no row 'writer': no turn can be taken.") : transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    public override Task SaveAsync(DbTransaction transaction, string name) => RunAsync(transaction, $"SAVE TRANSACTION {name}");

    // SQL Server forgets it when another takes its name.
    public override Task ReleaseAsync(DbTransaction transaction, string name) => Task.CompletedTask;

    public override Task RollbackToAsync(DbTransaction transaction, string name) => RunAsync(transaction, $"ROLLBACK TRANSACTION {name}");

    // Row 0 is there to be locked. Of two who create the table at once the second is refused, and finds it.
    public override async Task CreateVersionTableAsync(DbConnection connection)
    {
        const string Exists = "SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME = 'SchemaVersion'";
        if (await HasRowsAsync(connection, Exists))
        {
            return;
        }

        try
        {
            await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted);
            await RunAsync(transaction, """
                CREATE TABLE SchemaVersion (
                  Number    bigint NOT NULL CONSTRAINT PK_SchemaVersion PRIMARY KEY,
                  Name      nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL,
                  Checksum  nvarchar(100) COLLATE Latin1_General_BIN2 NOT NULL,
                  AppliedAt datetime2 NOT NULL
                )
                """);
            await RunAsync(transaction, "INSERT INTO SchemaVersion (Number, Name, Checksum, AppliedAt) VALUES (0, 'none', '', CURRENT_TIMESTAMP)");
            await transaction.CommitAsync();
        }
        catch (SqlException)
        {
            if (!await HasRowsAsync(connection, Exists))
            {
                throw;
            }
        }
    }

    public override bool IsUniqueViolation(DbException exception) => exception is SqlException { Number: 2601 or 2627 };

    public override bool IsUnavailable(DbException exception) =>
        exception is OutcomeUnknownException or TransactionLostException || (exception is SqlException e && SqlServerFaults.IsUnavailable(e.Number, e.Class));

    public override bool IsTransient(DbException exception) =>
        exception is TransactionLostException || (exception is SqlException e && SqlServerFaults.IsTransient(e.Number, e.Class));

    public override bool LeavesOutcomeUnknown(DbException exception) => exception is SqlException e && SqlServerFaults.IsBreak(e.Number, e.Class);

    /// <summary>The sentence that says what is wrong with a connection string, without a word of it; null where it can be read.</summary>
    public static string? FaultOf(string? connectionString)
    {
        const string Key = "ConnectionStrings:TechBroker";
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            return $"{Key} is missing; Storage:Provider SqlServer needs it, such as Server=tcp:HOST,1433;Database=TechBroker;User Id=NAME;Password=SECRET;Encrypt=True.";
        }

        try
        {
            var parts = new SqlConnectionStringBuilder(connectionString);
            return string.IsNullOrWhiteSpace(parts.DataSource) ? $"{Key} names no server (Server=...)."
                : string.IsNullOrWhiteSpace(parts.InitialCatalog) ? $"{Key} names no database (Database=...)."
                : null;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException or OverflowException)
        {
            return $"{Key} cannot be read; check its names, its semicolons, and quotation marks around a password that has either.";
        }
    }

    private static string Complete(string given)
    {
        var parts = new SqlConnectionStringBuilder(given) { MultipleActiveResultSets = false };
        if (!parts.ShouldSerialize("Application Name"))
        {
            parts.ApplicationName = "techbroker";
        }

        return parts.ConnectionString;
    }

    private static async Task RunAsync(DbTransaction transaction, string sql)
    {
        await using var command = Command(transaction, sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<bool> HasRowsAsync(DbConnection connection, string sql)
    {
        await using var command = ((SqlConnection)connection).CreateCommand();
#pragma warning disable CA2100 // Constants of this file, here and below.
        command.CommandText = sql;
        return (int?)await command.ExecuteScalarAsync() > 0;
    }

    private static SqlCommand Command(DbTransaction transaction, string sql) =>
        new(sql, ((SqlTransaction)TransactionLostException.IfLost(transaction)).Connection, (SqlTransaction)transaction);
#pragma warning restore CA2100
}
