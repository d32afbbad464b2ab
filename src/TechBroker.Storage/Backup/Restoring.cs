using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Backup;

/// <summary>Makes a data folder from a backup, checking every byte on the way.</summary>
public static class Restoring
{
    /// <param name="from">The backup's folder.</param>
    /// <param name="storage">The folder to make; absent or empty.</param>
    /// <param name="progress">Told bytes done of all bytes.</param>
    /// <param name="ct">Stops; the folder is not made.</param>
    /// <exception cref="BackupException">It cannot be restored; the folder is as it was.</exception>
    public static async Task<BackupManifest> RunAsync(string from, StorageOptions storage, Action<long, long> progress, CancellationToken ct)
    {
        var manifest = BackupManifest.Read(from);
        var to = Path.TrimEndingDirectorySeparator(Path.GetFullPath(storage.DataDirectory));
        if (Directory.Exists(to) && Directory.EnumerateFileSystemEntries(to).Any())
        {
            throw new BackupException($"{to} is not empty; a backup is restored into a new folder only. Move the old one away, or name another with --data.");
        }

        var newest = Migrator.Scripts(new SqliteDialect("").Name).Max(s => s.Number);
        if (manifest.Schema > newest)
        {
            throw new BackupException($"The backup has schema {manifest.Schema:D4} of program {manifest.Program}; this program knows {newest:D4} at most: use the newer one.");
        }

        var partial = BackupWriting.PartialOf(to);
        if (Directory.Exists(partial))
        {
            Directory.Delete(partial, recursive: true);
        }

        PrivateFolder.Create(partial);
        await CopyAsync(from, manifest, partial, progress, ct);
        await (await BackupContent.ReadAsync(Path.Combine(partial, "techbroker.db"))).DisposeAsync();
        if (Directory.Exists(to))
        {
            Directory.Delete(to);
        }

        Directory.Move(partial, to);
        return manifest;
    }

    private static async Task CopyAsync(string from, BackupManifest manifest, string partial, Action<long, long> progress, CancellationToken ct)
    {
        var (all, done) = (manifest.Files.Sum(f => f.Bytes), 0L);
        foreach (var file in manifest.Files)
        {
            try
            {
                var copy = await PrivateFile.CopyAsync(Path.Combine(from, file.Path), partial, file.Path, read => progress(done += read, all), ct);
                if (copy != file)
                {
                    throw new BackupException($"{Path.Combine(from, file.Path)} is not as it was written: the backup is damaged. Take another.");
                }
            }
            catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
            {
                throw new BackupException($"{Path.Combine(from, file.Path)} is missing: the backup is not whole. Take another.");
            }
        }
    }
}
