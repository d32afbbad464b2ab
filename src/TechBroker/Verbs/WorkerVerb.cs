using System.CommandLine;
using TechBroker.Composition;
using TechBroker.Storage.Sql;

namespace TechBroker.Verbs;

/// <summary>techbroker worker: relay and scoring without HTTP, beside a serve with Workers__Enabled=false on the same folder; with RabbitMQ as many as you like.</summary>
internal static class WorkerVerb
{
    public static Command Create()
    {
        var command = new Command("worker", "Score without serving; beside 'serve' with Workers__Enabled=false.") { Options.Data };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(Options.Data), ct));
        return command;
    }

    private static async Task<int> RunAsync(string? data, CancellationToken ct)
    {
        var settings = Settings.Read(Options.Configuration(), data);
        Directory.CreateDirectory(settings.Storage.DataDirectory);
        using var folder = Options.TakeFolder(settings.Storage.DataDirectory, settings.Bus);
        using var host = Composition.Host.BuildWorker(settings);
        await Composition.Host.MigrateAsync(host.Services.GetRequiredService<SqlDialect>(), ct);
        await Options.StartAsync(host, ct);
        Console.WriteLine($"TechBroker worker scores what is posted to {Path.GetFullPath(settings.Storage.DataDirectory)}.");
        Options.TellParameters(settings.Matching, host.Services);
        await host.WaitForShutdownAsync(ct);
        return CommandLine.Done;
    }
}
