using System.CommandLine;
using TechBroker.Composition;

namespace TechBroker.Verbs;

/// <summary>techbroker migrate: brings the database to this program's schema.</summary>
internal static class MigrateVerb
{
    public static Command Create()
    {
        var command = new Command("migrate", "Bring the database to this program's schema.") { Options.Data };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(Options.Data), ct));
        return command;
    }

    private static async Task<int> RunAsync(string? data, CancellationToken ct)
    {
        var settings = Settings.Read(Options.Configuration(), data);
        Directory.CreateDirectory(settings.Storage.DataDirectory);
        var applied = await Composition.Host.MigrateAsync(settings.Storage.Dialect(), ct);
        Console.WriteLine(applied.Count == 0 ? "The schema is up to date." : $"Applied: {string.Join(", ", applied)}.");
        return CommandLine.Done;
    }
}
