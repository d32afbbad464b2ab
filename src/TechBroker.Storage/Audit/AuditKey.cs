using System.Security.Cryptography;
using System.Text;

namespace TechBroker.Storage.Audit;

/// <summary>
/// The secret that the audit chain is sealed with. It does not lie in the database, so that whoever can edit that file cannot compute
/// the chain anew.
/// </summary>
public sealed class AuditKey
{
    public const int Bytes = 32;
    private readonly string? file;
    private byte[]? bytes;

    private AuditKey(string? file, byte[]? bytes) => (this.file, this.bytes) = (file, bytes);

    /// <summary>The key in DATA/keys/audit.key, made when the first entry is written.</summary>
    public static AuditKey InFolder(string dataDirectory) => new(Path.Combine(dataDirectory, "keys", "audit.key"), null);

    /// <param name="bytes">Thirty-two of them.</param>
    public static AuditKey Of(byte[] bytes) => bytes.Length == Bytes
        ? new AuditKey(null, bytes)
        : throw new ArgumentException($"A key has {Bytes} bytes.", nameof(bytes));

    /// <summary>A hash of something that is kept, which nobody can compute who only has the database. Another one than any in the record.</summary>
    public string HashOf(string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(HMACSHA256.HashData(Take(), "techbroker kept hash 1"u8), Encoding.UTF8.GetBytes(text)));

    /// <summary>Tells keys apart without telling anything about them.</summary>
    internal static string IdOf(byte[] key) => Convert.ToHexStringLower(HMACSHA256.HashData(key, "techbroker audit key 1"u8).AsSpan(0, 8));

    /// <returns>Null where none has been made yet.</returns>
    /// <exception cref="AuditKeyException">The file is there and holds no key.</exception>
    internal byte[]? Find()
    {
        try
        {
            return bytes ??= Parse(File.ReadAllText(file!));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The key, made now if there is none. Of processes that make one at the same moment, all get the same.</summary>
    internal byte[] Take()
    {
        if (Find() is { } known)
        {
            return known;
        }

        PrivateFolder.Create(Path.GetDirectoryName(file!)!);

        // Whoever makes the draft makes the key, whole; the others wait for it. A draft that stays belongs to a process that died over it.
        var draft = $"{file}.new";
        for (var attempt = 1; Find() is null; attempt++)
        {
            try
            {
                Write(draft);
            }
            catch (IOException) when (File.Exists(draft) || File.Exists(file))
            {
                Thread.Sleep(10);
                if (attempt % 200 == 0)
                {
                    File.Delete(draft);
                }

                continue;
            }

            if (File.Exists(file))
            {
                File.Delete(draft);
            }
            else
            {
                File.Move(draft, file!);
            }
        }

        return Find()!;
    }

    private static void Write(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(path, options);
        stream.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)) + "\n"));
        stream.Flush(flushToDisk: true);
    }

    private byte[] Parse(string text)
    {
        var parsed = new byte[text.Length];
        return Convert.TryFromBase64String(text.Trim(), parsed, out var length) && length == Bytes
            ? parsed[..length]
            : throw new AuditKeyException($"{file} holds no key of {Bytes} bytes as base64: put the right file back.");
    }
}

/// <summary>The key of the audit record cannot be used; the message says what to do.</summary>
public sealed class AuditKeyException(string message) : Exception(message);
