using TechBroker.Storage.Audit;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Backup;

/// <summary>A file beside the database.</summary>
/// <param name="Path">From the data folder, with slashes.</param>
/// <param name="Bytes">Its length, for the progress bar.</param>
/// <param name="IsNeeded">The database is not whole without it.</param>
/// <param name="Sha256">Of its content, where the database knows it.</param>
internal sealed record NamedFile(string Path, long Bytes, bool IsNeeded, string? Sha256 = null);

/// <summary>What a copied database holds and which files it names. The copy may be of any version: a backup is made before an upgrade.</summary>
internal sealed class BackupContent : IAsyncDisposable
{
    private static readonly string[] Counted = ["Organisation", "Account", "Listing", "FirstRelease", "ListingPicture", "Need", "Match", "Engagement", "Deal", "Evidence", "Outbox", "ParkedMessage", "AuditEntry"];
    private readonly System.Data.Common.DbConnection connection;
    private readonly SqlSession session;

    private BackupContent(string file)
    {
        TypeHandlers.Register();
        connection = SqliteDialect.OpenCopy(file);
        session = new SqlSession(connection, null, new SqliteDialect(file), CancellationToken.None);
    }

    /// <exception cref="BackupException">The file is damaged.</exception>
    public static async Task<BackupContent> ReadAsync(string file)
    {
        var content = new BackupContent(file);
        var faults = await content.session.ListAsync<string>("PRAGMA integrity_check(3)");
        if (faults is ["ok"])
        {
            return content;
        }

        await content.DisposeAsync();
        throw new BackupException($"The database is damaged ({faults[0]}); nothing was kept. Keep older backups, and find out what the disk has done.");
    }

    public async Task<long> SchemaAsync() => await HasAsync("SchemaVersion") ? await session.FirstAsync<long>("SELECT MAX(Number) FROM SchemaVersion") : 0;

    public async Task<string?> AuditHeadAsync() => await HasAsync("AuditEntry")
        && await session.FirstAsync<AuditRow>($"SELECT {AuditRow.Columns} FROM AuditEntry ORDER BY Seq DESC LIMIT 1") is { } last
            ? new AuditMark(last.Seq, Convert.ToHexStringLower(last.Hash)).ToString()
            : null;

    public async Task<IReadOnlyDictionary<string, long>> RowsAsync()
    {
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in Counted)
        {
            if (await HasAsync(table))
            {
                rows[table] = await session.FirstAsync<long>($"SELECT COUNT(*) FROM {table}");
            }
        }

        return rows;
    }

    /// <summary>Evidence, pictures, imports that are not finished or can still be looked into, keys, vocabularies.</summary>
    public async Task<IReadOnlyList<NamedFile>> FilesAsync(StorageOptions storage)
    {
        var files = new List<NamedFile>();
        if (await HasAsync("Evidence"))
        {
            files.AddRange((await session.ListAsync<string>("SELECT DISTINCT Sha256 FROM Evidence ORDER BY Sha256")).Select(s => Named(storage, $"evidence/{s[..2]}/{s}", isNeeded: true, s)));
        }

        if (await HasAsync("ListingPicture"))
        {
            // One that was taken away may go at any moment, and its file with it.
            var shown = (await session.ListAsync<string>("SELECT Sha256 FROM ListingPicture WHERE RemovedAt IS NULL")).ToHashSet(StringComparer.Ordinal);
            files.AddRange((await session.ListAsync<string>("SELECT DISTINCT Sha256 FROM ListingPicture ORDER BY Sha256")).Select(s => Named(storage, $"pictures/{s[..2]}/{s}", shown.Contains(s), s)));
        }

        if (await HasAsync("ImportJob"))
        {
            var unfinished = (await session.ListAsync<Guid>("SELECT Id FROM ImportJob WHERE State IN ('queued', 'running')")).ToHashSet();
            files.AddRange((await session.ListAsync<Guid>("SELECT Id FROM ImportJob ORDER BY Id")).Select(id => Named(storage, $"imports/{id:D}", isNeeded: unfinished.Contains(id))));
        }

        foreach (var folder in new[] { "keys", "vocabularies" })
        {
            var path = Path.Combine(storage.DataDirectory, folder);
            files.AddRange(Directory.Exists(path) ? Directory.GetFiles(path).Order(StringComparer.Ordinal).Select(f => Named(storage, $"{folder}/{Path.GetFileName(f)}", isNeeded: true)) : []);
        }

        return files;
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private static NamedFile Named(StorageOptions storage, string path, bool isNeeded, string? sha256 = null) =>
        new(path, new FileInfo(Path.Combine(storage.DataDirectory, path)) is { Exists: true } file ? file.Length : 0, isNeeded, sha256);

    private async Task<bool> HasAsync(string table) => await session.FirstAsync<int>("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = @table", new { table }) > 0;
}
