using System.CommandLine;
using System.Diagnostics;
using System.Reflection;
using TechBroker.Composition;
using TechBroker.Storage;
using TechBroker.Storage.Backup;

namespace TechBroker.Verbs;

/// <summary>techbroker backup: the whole data folder as it is at one moment, also while it is written to.</summary>
internal static class BackupVerb
{
    private static readonly Option<string> To = new("--to") { Description = "The backup's own folder, a new one for each; it appears when the backup is complete.", Required = true };

    public static Command Create()
    {
        var command = new Command("backup", "Copy database, evidence, pictures, imports, keys and vocabularies, beside a running server too.") { To, Options.Data };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(To)!, parsed.GetValue(Options.Data), ct));
        return command;
    }

    /// <exception cref="FailedException">The database is not a file in the data folder.</exception>
    internal static void CheckEmbedded(StorageOptions storage)
    {
        if (storage.Provider != "Sqlite")
        {
            throw new FailedException(
                $"Storage:Provider is {storage.Provider}: back the database up and restore it with the server's own means (BACKUP DATABASE and RESTORE DATABASE, or the service's point-in-time restore), and after it copy evidence, pictures, imports, keys and vocabularies in {Path.GetFullPath(storage.DataDirectory)}.");
        }
    }

    private static async Task<int> RunAsync(string to, string? data, CancellationToken ct)
    {
        var settings = Settings.Read(Options.Configuration(), data);
        CheckEmbedded(settings.Storage);
        var version = typeof(BackupVerb).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
        var start = Stopwatch.GetTimestamp();
        try
        {
            var manifest = await Progress.ShowAsync("Backing up", report => BackupWriting.WriteAsync(
                settings.Storage, to, version, DateTimeOffset.UtcNow, (done, all) => report(Permille(done, all), 1_000), ct));
            Console.WriteLine($"{Path.GetFullPath(to)}: {manifest.Files.Count} files, {manifest.Files.Sum(f => f.Bytes) / 1048576.0:0.0} MB in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s.");
            Console.WriteLine(Describe(manifest));
            if (settings.Audit.Key is not null)
            {
                Console.WriteLine("The key of the audit record is in Audit:Key and not in this backup: keep it elsewhere.");
            }

            return manifest.Missing.Count == 0 ? CommandLine.Done : throw new FailedException(
                $"The backup is complete but for {manifest.Missing.Count} file(s) that the database names and that are gone or damaged: {string.Join(", ", manifest.Missing.Take(5))}{(manifest.Missing.Count > 5 ? " …" : "")}. Look for them in older backups.");
        }
        catch (BackupException e)
        {
            throw new FailedException(e.Message);
        }
    }

    internal static int Permille(long done, long all) => all == 0 ? 1_000 : (int)Math.Min(1_000, done * 1_000 / all);

    internal static string Describe(BackupManifest manifest) =>
        $"As of {manifest.At:yyyy-MM-dd HH:mm:ss} UTC, program {manifest.Program}, schema {manifest.Schema:D4}: {string.Join(", ", manifest.Rows.Select(r => $"{r.Key} {r.Value}"))}."
        + (manifest.AuditHead is { } head ? $" Audit head: {head}" : "");
}
