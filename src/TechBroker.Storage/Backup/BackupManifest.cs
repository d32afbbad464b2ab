using System.Text.Json;

namespace TechBroker.Storage.Backup;

/// <summary>What a backup holds; manifest.json, written last. A folder without it is no backup.</summary>
public sealed record BackupManifest
{
    public const string FileName = "manifest.json";

    /// <summary>Of the backup's own form, not of the schema.</summary>
    public const int KnownFormat = 1;

    public required int Format { get; init; }

    /// <summary>Version of the program that wrote it.</summary>
    public required string Program { get; init; }

    /// <summary>Number of the last migration in the database.</summary>
    public required long Schema { get; init; }

    /// <summary>What was committed before is in it.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Last entry of the audit record as SEQ:HASH; null where there is none.</summary>
    public string? AuditHead { get; init; }

    /// <summary>Rows by table, for whoever restores to recognise what they have.</summary>
    public required IReadOnlyDictionary<string, long> Rows { get; init; }

    /// <summary>All files but this one.</summary>
    public required IReadOnlyList<BackupFile> Files { get; init; }

    /// <summary>Files that the database names and that were gone or damaged when the backup was made.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <exception cref="BackupException">It is none, or one of a newer program.</exception>
    public static BackupManifest Read(string folder)
    {
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file))
        {
            throw new BackupException($"{folder} is no backup, or one that was interrupted: it has no {FileName}.");
        }

        try
        {
            var manifest = JsonSerializer.Deserialize<BackupManifest>(File.ReadAllBytes(file), JsonOptions) ?? throw new JsonException();
            return manifest.Format > KnownFormat ? throw new BackupException($"{file} was written by a newer program ({manifest.Program}); restore with that one.")
                : manifest.Files.FirstOrDefault(f => !f.IsInside) is { } outside ? throw new BackupException($"{file} names '{outside.Path}', which lies outside; this is no manifest that 'techbroker backup' wrote.")
                : manifest;
        }
        catch (JsonException)
        {
            throw new BackupException($"{file} cannot be read as a manifest; it is damaged.");
        }
    }

    internal void Write(string folder)
    {
        using var file = PrivateFile.Create(Path.Combine(folder, FileName));
        JsonSerializer.Serialize(file, this, JsonOptions);
        file.Flush(flushToDisk: true);
    }

    private static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web) { WriteIndented = true };
}

/// <summary>A file of a backup.</summary>
/// <param name="Path">From the backup's folder, with slashes.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Of its content, in lower-case hexadecimal.</param>
public sealed record BackupFile(string Path, long Bytes, string Sha256)
{
    internal bool IsInside => !System.IO.Path.IsPathRooted(Path) && !Path.Contains('\\', StringComparison.Ordinal) && !Path.Split('/').Any(p => p is "" or "." or "..");
}

/// <summary>A backup cannot be made or restored; the message is one sentence with the remedy.</summary>
public sealed class BackupException(string message) : Exception(message);
