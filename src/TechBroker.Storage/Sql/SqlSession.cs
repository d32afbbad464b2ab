using System.Data.Common;
using Dapper;

namespace TechBroker.Storage.Sql;

/// <summary>A connection, perhaps inside a transaction, that the stores run their statements on.</summary>
public class SqlSession(DbConnection connection, DbTransaction? transaction, SqlDialect dialect, CancellationToken ct)
{
    public SqlDialect Dialect { get; } = dialect;

    public async Task<IReadOnlyList<T>> ListAsync<T>(string sql, object? arguments = null) =>
        (await connection.QueryAsync<T>(Command(sql, arguments))).AsList();

    public Task<T?> FirstAsync<T>(string sql, object? arguments = null) => connection.QueryFirstOrDefaultAsync<T>(Command(sql, arguments));

    /// <summary>Rows affected; a list as arguments runs the statement once for each, prepared once.</summary>
    public Task<int> RunAsync(string sql, object? arguments = null) => connection.ExecuteAsync(Command(sql, arguments));

    private CommandDefinition Command(string sql, object? arguments) => new(sql, arguments, transaction, cancellationToken: ct);
}
