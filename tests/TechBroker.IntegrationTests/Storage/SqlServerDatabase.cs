using System.Data.Common;
using TechBroker.Storage.Sql;

namespace TechBroker.IntegrationTests.Storage;

/// <summary>
/// The SQL Server database that ConnectionStrings__TechBroker names. It is emptied before each test, and only where a table says that tests made what is in
/// it: an empty database gets that table, and one that has others without it is somebody's and is left alone.
/// </summary>
internal static class SqlServerDatabase
{
    public const string NotConfigured = "SqlServer: ConnectionStrings__TechBroker is not set";

    private const string Marker = "MadeByTechBrokerTests";

    private static readonly AsyncLocal<SqlServerDialect?> Used = new();

    public static string? ConnectionString => Environment.GetEnvironmentVariable("ConnectionStrings__TechBroker") is { Length: > 0 } given ? given : null;

    /// <summary>What the present test runs on; null where that is SQLite.</summary>
    public static SqlServerDialect? Present => Used.Value;

    /// <summary>From here on the present test runs on SQL Server. Without one it is skipped, by name.</summary>
    public static SqlServerDialect Use()
    {
        if (ConnectionString is null)
        {
            Assert.Ignore(NotConfigured);
        }

        return Used.Value = new SqlServerDialect(ConnectionString!);
    }

    public static async Task EmptyAsync()
    {
        await using var connection = await Present!.OpenAsync(readOnly: false, CancellationToken.None);
        var tables = await ListAsync(connection, "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_TYPE = 'BASE TABLE'");
        if (tables.Count == 0)
        {
            await RunAsync(connection, $"CREATE TABLE {Marker} (Id int NOT NULL)");
            return;
        }

        Assert.That(tables, Does.Contain(Marker), "The database has tables that no test of this project made. Name an empty one: tests drop all that is in it.");
        foreach (var key in await ListAsync(connection, "SELECT TABLE_NAME + ' DROP CONSTRAINT ' + CONSTRAINT_NAME FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS WHERE CONSTRAINT_TYPE = 'FOREIGN KEY'"))
        {
            await RunAsync(connection, $"ALTER TABLE {key}");
        }

        foreach (var table in tables.Where(t => t != Marker))
        {
            await RunAsync(connection, $"DROP TABLE {table}");
        }
    }

    private static async Task<List<string>> ListAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<string>();
        while (await reader.ReadAsync())
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }

    private static async Task RunAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
