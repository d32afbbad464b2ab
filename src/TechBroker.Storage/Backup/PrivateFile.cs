using System.Security.Cryptography;

namespace TechBroker.Storage.Backup;

/// <summary>Files that only the program's own user can read: a backup holds everything, keys too.</summary>
internal static class PrivateFile
{
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    /// <summary>Copies a file and has the copy on disk before it answers.</summary>
    /// <param name="from">The file.</param>
    /// <param name="root">The folder to copy to.</param>
    /// <param name="path">Where in that folder, with slashes.</param>
    /// <param name="copied">Told of each part, in bytes.</param>
    /// <param name="ct">Stops in the middle of the file.</param>
    public static async Task<BackupFile> CopyAsync(string from, string root, string path, Action<long> copied, CancellationToken ct)
    {
        var target = Path.Combine(root, path);
        CreateFolders(root, path);
        await using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);
        await using var copy = Create(target);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (buffer, length) = (new byte[1024 * 1024], 0L);
        for (int read; (read = await source.ReadAsync(buffer, ct)) > 0; length += read)
        {
            hash.AppendData(buffer, 0, read);
            await copy.WriteAsync(buffer.AsMemory(0, read), ct);
            copied(read);
        }

        copy.Flush(flushToDisk: true);
        return new BackupFile(path, length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static void CreateFolders(string root, string path)
    {
        // One by one: made in one go, those in between would have the usual rights.
        var folder = root;
        foreach (var part in path.Split('/')[..^1])
        {
            folder = Path.Combine(folder, part);
            PrivateFolder.Create(folder);
        }
    }
}
