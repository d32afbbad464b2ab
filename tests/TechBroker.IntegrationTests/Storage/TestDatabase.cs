using TechBroker.Matching;
using TechBroker.Storage;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.IntegrationTests.Storage;

/// <summary>
/// A migrated database in a folder of its own, which other instances can open as other processes would; inside of <see cref="StoreTestsOnSqlServer"/> the
/// SQL Server of the operator, emptied before.
/// </summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly List<Database> opened = [];

    private TestDatabase(int groupCommitLimit)
    {
        Dialect = SqlServerDatabase.Present ?? (SqlDialect)new SqliteDialect(File);
        Database = Open(Signal, groupCommitLimit);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("techbroker-test-").FullName;

    public SqlDialect Dialect { get; }

    private string File => Path.Combine(Folder, "techbroker.db");

    public AuditKey Key => AuditKey.InFolder(Folder);

    public CommitSignal Signal { get; } = new();

    public Database Database { get; }

    /// <param name="template">A database file to begin with a copy of.</param>
    /// <param name="groupCommitLimit">How many writes at most share a commit.</param>
    public static async Task<TestDatabase> CreateAsync(string? template = null, int groupCommitLimit = 256)
    {
        var database = new TestDatabase(groupCommitLimit);
        if (template is not null)
        {
            System.IO.File.Copy(template, database.File);
        }

        await (SqlServerDatabase.Present is null ? Task.CompletedTask : SqlServerDatabase.EmptyAsync());
        await new Migrator(database.Dialect).RunAsync(CancellationToken.None);
        return database;
    }

    /// <summary>A second way into the same file, with a writer and readers of its own.</summary>
    public Database Open() => Open(new CommitSignal(), 256);

    public static MarketFeed FeedOf(Database database) => new(database, new MarketIndex(MatchingParameters.Default));

    public Task<T?> FirstAsync<T>(string sql, object? arguments = null) => Database.ReadAsync(s => s.FirstAsync<T>(sql, arguments), CancellationToken.None);

    public Task<IReadOnlyList<T>> ListAsync<T>(string sql, object? arguments = null) =>
        Database.ReadAsync(s => s.ListAsync<T>(sql, arguments), CancellationToken.None);

    public Task<int> RunAsync(string sql, object? arguments = null) => Database.WriteAsync(s => s.RunAsync(sql, arguments), CancellationToken.None);

    public async Task<int> CountAsync(string table) => await FirstAsync<int>($"SELECT COUNT(*) FROM {table}");

    public async Task<string?> IntegrityAsync() => await FirstAsync<string>("PRAGMA integrity_check");

    /// <summary>The database in one file, without its log.</summary>
    public async Task<string> AsTemplateAsync()
    {
        await using var connection = await Dialect.OpenAsync(readOnly: false, CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync();
        return File;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var database in opened)
        {
            await database.DisposeAsync();
        }

        Directory.Delete(Folder, recursive: true);
    }

    private Database Open(CommitSignal signal, int groupCommitLimit)
    {
        var database = new Database(Dialect, signal, Key, groupCommitLimit);
        opened.Add(database);
        return database;
    }
}
