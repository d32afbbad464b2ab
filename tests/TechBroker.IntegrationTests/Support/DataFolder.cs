using TechBroker.Storage;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Sql;

namespace TechBroker.IntegrationTests.Support;

/// <summary>A data folder looked into from outside, as its operator might.</summary>
internal sealed class DataFolder : IAsyncDisposable
{
    private DataFolder(string path, Database database) => (Path, Database) = (path, database);

    public string Path { get; }

    public Database Database { get; }

    public static DataFolder Open(string folder) =>
        new(folder, new Database(new SqliteDialect(System.IO.Path.Combine(folder, "techbroker.db")), new CommitSignal(), AuditKey.InFolder(folder)));

    public Task<long> FirstAsync(string sql) => Database.ReadAsync(s => s.FirstAsync<long>(sql), CancellationToken.None);

    public Task<IReadOnlyList<T>> ListAsync<T>(string sql) => Database.ReadAsync(s => s.ListAsync<T>(sql), CancellationToken.None);

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
