using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Backup;

/// <summary>
/// Copies a data folder while it is written to. The database comes first, then the files that its copy names. That order is right because a file is
/// complete before the row that names it is committed, is never changed, and is never removed while a row names it: whatever the copied database
/// refers to is there to be copied afterwards. The other way round, an upload in between would be a row without its file.
/// </summary>
public static class BackupWriting
{
    private const string DatabaseName = "techbroker.db", PartialSuffix = ".partial";

    /// <summary>Under this name a backup grows; what still has it was interrupted and is thrown away by the next one.</summary>
    public static string PartialOf(string to) => Path.TrimEndingDirectorySeparator(to) + PartialSuffix;

    /// <param name="storage">Where the data lie.</param>
    /// <param name="to">The backup's folder; absent or empty.</param>
    /// <param name="program">Version of the program.</param>
    /// <param name="now">When it begins.</param>
    /// <param name="progress">Told bytes done of all bytes.</param>
    /// <param name="ct">Stops; what is there by then is no backup.</param>
    /// <exception cref="BackupException">It cannot be made.</exception>
    public static async Task<BackupManifest> WriteAsync(StorageOptions storage, string to, string program, DateTimeOffset now, Action<long, long> progress, CancellationToken ct)
    {
        if (!File.Exists(storage.DatabaseFile))
        {
            throw new BackupException($"There is no database {Path.GetFullPath(storage.DatabaseFile)}; name its folder with --data.");
        }

        if (File.Exists(to) || (Directory.Exists(to) && Directory.EnumerateFileSystemEntries(to).Any()))
        {
            throw new BackupException($"{to} is there already and not empty; name a new folder with --to.");
        }

        var partial = PartialOf(to);
        if (Directory.Exists(partial))
        {
            Directory.Delete(partial, recursive: true);
        }

        PrivateFolder.Create(partial);
        var manifest = await FillAsync(storage, partial, program, now, progress, ct);
        manifest.Write(partial);

        // Only now does it have the name of a backup.
        if (Directory.Exists(to))
        {
            Directory.Delete(to);
        }

        Directory.Move(partial, to);
        return manifest;
    }

    private static async Task<BackupManifest> FillAsync(StorageOptions storage, string partial, string program, DateTimeOffset now, Action<long, long> progress, CancellationToken ct)
    {
        var copy = Path.Combine(partial, DatabaseName);
        var all = new FileInfo(storage.DatabaseFile).Length;
        await CopyDatabaseAsync(storage.DatabaseFile, copy, done => progress(done, all), ct);
        await using var content = await BackupContent.ReadAsync(copy);
        var (named, done) = (await content.FilesAsync(storage), new FileInfo(copy).Length);
        all = done + named.Sum(f => f.Bytes);
        var (files, missing) = (new List<BackupFile>(), new List<string>());
        foreach (var file in named)
        {
            if (await TryCopyAsync(storage, partial, file, read => progress(done += read, all), ct) is { } copied)
            {
                files.Add(copied);
            }
            else if (file.IsNeeded)
            {
                missing.Add(file.Path);
            }
        }

        var (schema, head, rows) = (await content.SchemaAsync(), await content.AuditHeadAsync(), await content.RowsAsync());
        await content.DisposeAsync();
        files.Insert(0, await HashAsync(copy, ct));
        progress(all, all);
        return new BackupManifest
        {
            Format = BackupManifest.KnownFormat,
            Program = program,
            Schema = schema,
            At = now,
            AuditHead = head,
            Rows = rows,
            Files = files,
            Missing = missing,
        };
    }

    private static async Task CopyDatabaseAsync(string from, string to, Action<long> progress, CancellationToken ct)
    {
        // Made here, so that it is never readable by others; SQLite fills an empty file.
        await PrivateFile.Create(to).DisposeAsync();
        var copying = Task.Run(() => CopyDatabase(from, to), CancellationToken.None);
        while (!copying.IsCompleted)
        {
            // SQLite copies in one piece and says nothing meanwhile; its file grows.
            await Task.WhenAny(copying, Task.Delay(200, CancellationToken.None));
            progress(new FileInfo(to).Length);
        }

        await copying;
        ct.ThrowIfCancellationRequested();
    }

    // One read transaction on the log: writers go on all the while, and the copy is the state at one commit. Until it ends the log cannot be
    // emptied and grows by what is written meanwhile.
    private static void CopyDatabase(string from, string to)
    {
        using var source = new SqliteDialect(from).Open(readOnly: true);
        using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = to, Pooling = false }.ToString());
        target.Open();
        source.BackupDatabase(target);

        // One file that needs no log beside it.
        using var settle = target.CreateCommand();
        settle.CommandText = "PRAGMA journal_mode = DELETE";
        settle.ExecuteNonQuery();
    }

    private static async Task<BackupFile?> TryCopyAsync(StorageOptions storage, string partial, NamedFile file, Action<long> copied, CancellationToken ct)
    {
        try
        {
            var copy = await PrivateFile.CopyAsync(Path.Combine(storage.DataDirectory, file.Path), partial, file.Path, copied, ct);
            if (file.Sha256 is null || file.Sha256 == copy.Sha256)
            {
                return copy;
            }

            // Its bytes are not those that were uploaded: kept out, so that nobody takes them for evidence.
            File.Delete(Path.Combine(partial, file.Path));
            return null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static async Task<BackupFile> HashAsync(string file, CancellationToken ct)
    {
        await using var stream = File.OpenRead(file);
        return new BackupFile(DatabaseName, stream.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, ct)));
    }
}
