using System.Data.Common;

namespace TechBroker.Storage.Sql;

/// <summary>What the databases do not share. A statement that all of them accept is not here but in the store that runs it.</summary>
public abstract class SqlDialect
{
    /// <summary>Part of the file name of migrations, such as <c>sqlite</c> in 0001_market.sqlite.sql.</summary>
    public abstract string Name { get; }

    /// <summary>A closed connection costs little to open again, because the driver keeps it; otherwise <see cref="Database"/> keeps it open.</summary>
    public abstract bool DriverPools { get; }

    /// <summary>An open connection, ready for use.</summary>
    public abstract Task<DbConnection> OpenAsync(bool readOnly, CancellationToken ct);

    /// <summary>A transaction that only reads, sees one state throughout, and keeps no writer waiting.</summary>
    public abstract Task<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken ct);

    /// <summary>
    /// A transaction that writes. From here on to its end no other one writes, in whatever process: what is read in it is what it commits on, and the order
    /// of commits is that of the counters.
    /// </summary>
    public abstract Task<DbTransaction> BeginWriteAsync(DbConnection connection);

    /// <summary>A place to which <see cref="RollbackToAsync"/> goes back.</summary>
    public abstract Task SaveAsync(DbTransaction transaction, string name);

    /// <summary>The place is not needed any more.</summary>
    public abstract Task ReleaseAsync(DbTransaction transaction, string name);

    /// <exception cref="TransactionLostException">The database has rolled back the whole transaction already.</exception>
    public abstract Task RollbackToAsync(DbTransaction transaction, string name);

    /// <summary>Creates SchemaVersion unless it is there.</summary>
    public abstract Task CreateVersionTableAsync(DbConnection connection);

    /// <summary>Keeps every other migrator out until the end of the transaction.</summary>
    public abstract string LockVersionTable { get; }

    /// <summary>Adds @count to the counter @name and returns its new value, holding the row until commit.</summary>
    public abstract string TakeFromCounter { get; }

    /// <summary>Appended to an ordered query: at most @Limit rows, which must be one or more.</summary>
    public abstract string Limit { get; }

    /// <summary>True where a text has the other text in it, letter by letter.</summary>
    public abstract string Contains(string column, string parameter);

    /// <summary>True where a column of ids is the parameter or both are null, by the index that unique references have.</summary>
    public abstract string SameOwner(string column, string parameter);

    /// <summary>An id as it stands in JSON.</summary>
    public abstract string IdText(string column);

    /// <summary>The month of a day, as 2027-03.</summary>
    public abstract string MonthOf(string column);

    /// <summary>Inserts a pair's score or replaces an older one, unless an end of the pair has moved on or closed.</summary>
    public abstract string UpsertMatch { get; }

    /// <summary>Inserts an inbox row and affects no row where it is there already.</summary>
    public abstract string ReceiveOnce { get; }

    public abstract bool IsUniqueViolation(DbException exception);

    /// <summary>The database itself is in trouble (disk full, locked, damaged, gone), whatever the statement; the same call may succeed later.</summary>
    public abstract bool IsUnavailable(DbException exception);

    /// <summary>Nothing was written, and the same again may succeed at once: a deadlock, a server that moves, a connection that broke.</summary>
    public abstract bool IsTransient(DbException exception);

    /// <summary>After this failure of a commit nobody knows whether it happened.</summary>
    public abstract bool LeavesOutcomeUnknown(DbException exception);
}
