using TechBroker.Matching;
using TechBroker.Storage;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.IntegrationTests.Storage;

/// <summary>A migrated database in a folder of its own, which other instances can open as other processes would.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly List<Database> opened = [];

    private TestDatabase(int groupCommitLimit)
    {
        Dialect = new SqliteDialect(Path.Combine(Folder, "techbroker.db"));
        Database = Open(Signal, groupCommitLimit);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("techbroker-test-").FullName;

    public SqliteDialect Dialect { get; }

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
            File.Copy(template, database.Dialect.File);
        }

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
        await using var connection = Dialect.Open(readOnly: false);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync();
        return Dialect.File;
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
