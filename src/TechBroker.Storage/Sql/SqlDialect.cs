using System.Data.Common;

namespace TechBroker.Storage.Sql;

/// <summary>What the databases do not share. A statement that all of them accept is not here but in the store that runs it.</summary>
public abstract class SqlDialect
{
    /// <summary>Part of the file name of migrations, such as <c>sqlite</c> in 0001_market.sqlite.sql.</summary>
    public abstract string Name { get; }

    /// <summary>An open connection, ready for use.</summary>
    public abstract DbConnection Open(bool readOnly);

    /// <summary>A transaction that only reads, sees one state throughout, and keeps no writer waiting.</summary>
    public abstract DbTransaction BeginSnapshot(DbConnection connection);

    /// <summary>Adds @count to the counter @name and returns its new value, holding the row until commit.</summary>
    public abstract string TakeFromCounter { get; }

    /// <summary>Appended to an ordered query: at most @Limit rows.</summary>
    public abstract string Limit { get; }

    /// <summary>True where the JSON array in a column holds at least one of the values of the list parameter.</summary>
    public abstract string JsonArrayHasAny(string column, string listParameter);

    /// <summary>The month of a day, as 2027-03.</summary>
    public abstract string MonthOf(string column);

    /// <summary>Inserts a pair's score or replaces an older one, unless an end of the pair has moved on or closed.</summary>
    public abstract string UpsertMatch { get; }

    /// <summary>Inserts an inbox row and affects no row where it is there already.</summary>
    public abstract string ReceiveOnce { get; }

    public abstract bool IsUniqueViolation(DbException exception);

    /// <summary>The database itself is in trouble (disk full, locked, damaged, gone), whatever the statement; the same call may succeed later.</summary>
    public abstract bool IsUnavailable(DbException exception);
}
