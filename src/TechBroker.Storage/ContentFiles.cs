using System.Security.Cryptography;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage;

/// <summary>
/// Contents in a folder of the data folder, each under its SHA-256. While a content is put in its place or taken away, an empty file of that name in
/// <c>incoming</c> says that no row may stand for it: after a crash <see cref="SweepAsync"/> looks at those alone, not at a million files. Whoever is
/// at work on such a file keeps it locked, so that several processes may share the folder; the operating system lets go of the lock however they end.
/// </summary>
/// <param name="storage">Where the data folder is.</param>
/// <param name="name">Of the folder in it.</param>
/// <param name="database">Where the rows are that name the contents.</param>
public abstract class ContentFiles(StorageOptions storage, string name, Database database)
{
    private const int Stripes = 64;

    private readonly string folder = Path.Combine(storage.DataDirectory, name);
    private readonly SemaphoreSlim[] stripes = [.. Enumerable.Range(0, Stripes).Select(_ => new SemaphoreSlim(1))];

    private string Incoming => Path.Combine(folder, "incoming");

    /// <summary>An empty file to be filled; it disappears with its stream unless <see cref="KeepAsync"/> took it first.</summary>
    public FileStream Begin()
    {
        PrivateFolder.Create(folder);
        PrivateFolder.Create(Incoming);
        return new FileStream(Path.Combine(Incoming, $"{Guid.NewGuid():N}.part"), new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Read | FileShare.Delete,
            Options = FileOptions.Asynchronous,
        });
    }

    /// <summary>
    /// Puts a filled and flushed file in its place and commits what stands for it. Where that is refused or fails, the content goes again
    /// unless another row has it; uploads of one content wait for each other, so that none takes away what another has just put there.
    /// </summary>
    /// <param name="path">The file that <see cref="Begin"/> made.</param>
    /// <param name="sha256">Of its content.</param>
    /// <param name="commit">Writes the row.</param>
    public Task<T> KeepAsync<T>(string path, string sha256, Func<Task<T>> commit) => AloneAsync(
        sha256,
        () =>
        {
            PrivateFolder.Create(Path.GetDirectoryName(PathOf(sha256))!);

            // Over what may be there: the same bytes, or what the disk has made of them.
            File.Move(path, PathOf(sha256), overwrite: true);
            return commit();
        });

    /// <summary>Commits that a row names the content no more, and takes the content away unless another row does.</summary>
    public Task<T> ReleaseAsync<T>(string sha256, Func<Task<T>> commit) => AloneAsync(sha256, commit);

    /// <summary>The content to be read; null where it is gone or its bytes are not those that were uploaded.</summary>
    public async Task<FileStream?> OpenAsync(string sha256, CancellationToken ct)
    {
        FileStream file;
        try
        {
            file = new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }

        try
        {
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct)) == sha256)
            {
                file.Position = 0;
                return file;
            }
        }
        catch (IOException)
        {
            // A disk that cannot read a file has damaged it.
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }

        await file.DisposeAsync();
        return null;
    }

    /// <summary>Takes away what a process that ended in the middle of an upload has left. Before anything is uploaded.</summary>
    public async Task SweepAsync()
    {
        if (!Directory.Exists(Incoming))
        {
            return;
        }

        foreach (var path in Directory.GetFiles(Incoming))
        {
            if (TryHold(path) is not { } hold)
            {
                // Another process is at work on it.
                continue;
            }

            await using var held = hold;
            if (Path.GetFileName(path) is { Length: 64 } sha256 && sha256.All(char.IsAsciiHexDigitLower))
            {
                await SettleAsync(path, sha256);
            }
            else
            {
                File.Delete(path);
            }
        }
    }

    /// <summary>Whether any row names the content.</summary>
    protected abstract Task<bool> IsUsedAsync(SqlSession session, string sha256);

    private async Task<T> AloneAsync<T>(string sha256, Func<Task<T>> act)
    {
        var stripe = stripes[Convert.FromHexString(sha256)[0] % Stripes];
        await stripe.WaitAsync();
        try
        {
            PrivateFolder.Create(folder);
            PrivateFolder.Create(Incoming);
            var marker = Path.Combine(Incoming, sha256);
            await using var hold = await HoldAsync(marker);
            try
            {
                return await act();
            }
            finally
            {
                await SettleAsync(marker, sha256);
            }
        }
        finally
        {
            stripe.Release();
        }
    }

    // Uploads of one content wait for each other also across processes.
    private static async Task<FileStream> HoldAsync(string marker)
    {
        while (true)
        {
            if (TryHold(marker, FileMode.OpenOrCreate) is { } hold)
            {
                return hold;
            }

            await Task.Delay(50);
        }
    }

    private static FileStream? TryHold(string path, FileMode mode = FileMode.Open)
    {
        try
        {
            return new FileStream(path, mode, FileAccess.ReadWrite, OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None);
        }
        catch (IOException e) when (e is FileNotFoundException || IsHeld(e))
        {
            return null;
        }
    }

    // Sharing violation on Windows; elsewhere EWOULDBLOCK (11 on Linux, 35 on macOS). A full disk is neither.
    private static bool IsHeld(IOException e) => (e.HResult & 0xFFFF) is 32 or 11 or 35;

    // Through the writer, behind whatever was queued before: a request that was given up may still be committed.
    private async Task SettleAsync(string marker, string sha256)
    {
        if (!await database.WriteAsync(session => IsUsedAsync(session, sha256), CancellationToken.None) && File.Exists(PathOf(sha256)))
        {
            File.Delete(PathOf(sha256));
        }

        File.Delete(marker);
    }

    private string PathOf(string sha256) => Path.Combine(folder, sha256[..2], sha256);
}
