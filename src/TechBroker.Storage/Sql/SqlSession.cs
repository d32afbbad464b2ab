using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;

namespace TechBroker.Storage.Sql;

/// <summary>A connection, perhaps inside a transaction, that the stores run their statements on.</summary>
public class SqlSession(DbConnection connection, DbTransaction? transaction, SqlDialect dialect, CancellationToken ct)
{
    public SqlDialect Dialect { get; } = dialect;

    public async Task<IReadOnlyList<T>> ListAsync<T>(string sql, object? arguments = null, [CallerFilePath] string file = "")
    {
        using var statement = Statements.Begin(sql, file);
        try
        {
            return (await connection.QueryAsync<T>(Command(sql, arguments))).AsList();
        }
        catch (DataException)
        {
            throw Unreadable<T>();
        }
    }

    public async Task<T?> FirstAsync<T>(string sql, object? arguments = null, [CallerFilePath] string file = "")
    {
        using var statement = Statements.Begin(sql, file);
        try
        {
            return await connection.QueryFirstOrDefaultAsync<T>(Command(sql, arguments));
        }
        catch (DataException)
        {
            throw Unreadable<T>();
        }
    }

    /// <summary>Rows affected; a list as arguments runs the statement once for each, prepared once.</summary>
    public async Task<int> RunAsync(string sql, object? arguments = null, [CallerFilePath] string file = "")
    {
        using var statement = Statements.Begin(sql, file);
        return await connection.ExecuteAsync(Command(sql, arguments));
    }

    // Dapper's own message, and that of its inner exception, quote the value: text of a hidden need would end up in logs.
    private static InvalidDataException Unreadable<T>() => new($"A stored value cannot be read as {typeof(T).Name}.");

    // Where the server has rolled the transaction back, SqlClient would run the statement outside of it.
    private CommandDefinition Command(string sql, object? arguments) =>
        new(sql, arguments, transaction is null ? null : TransactionLostException.IfLost(transaction), cancellationToken: ct);
}
