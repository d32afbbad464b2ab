using System.CommandLine;
using TechBroker.Composition;
using TechBroker.Storage.Backup;

namespace TechBroker.Verbs;

/// <summary>techbroker restore: a data folder from a backup, every file checked against its manifest.</summary>
internal static class RestoreVerb
{
    private static readonly Option<string> From = new("--from") { Description = "A folder that 'techbroker backup' wrote.", Required = true };

    public static Command Create()
    {
        var command = new Command("restore", "Make a new data folder from a backup.") { From, Options.Data };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(From)!, parsed.GetValue(Options.Data), ct));
        return command;
    }

    private static async Task<int> RunAsync(string from, string? data, CancellationToken ct)
    {
        var settings = Settings.Read(Options.Configuration(), data);
        BackupVerb.CheckEmbedded(settings.Storage);
        try
        {
            var manifest = await Progress.ShowAsync("Restoring", report => Restoring.RunAsync(
                from, settings.Storage, (done, all) => report(BackupVerb.Permille(done, all), 1_000), ct));
            Console.WriteLine($"{Path.GetFullPath(settings.Storage.DataDirectory)}: {manifest.Files.Count} files restored and checked.");
            Console.WriteLine(BackupVerb.Describe(manifest));
            if (manifest.Missing.Count > 0)
            {
                Console.WriteLine($"{manifest.Missing.Count} file(s) that the database names were missing when the backup was made: {string.Join(", ", manifest.Missing.Take(5))}.");
            }

            Console.WriteLine("'techbroker serve' goes on with what was unfinished then. Mails and calls of webhooks that were under way may go out a second time.");
            return CommandLine.Done;
        }
        catch (BackupException e)
        {
            throw new FailedException(e.Message);
        }
    }
}
