using System.CommandLine;
using TechBroker.Api.Http;
using TechBroker.Composition;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Sql;

namespace TechBroker.Verbs;

/// <summary>techbroker serve: API, relay and workers in one process.</summary>
internal static class ServeVerb
{
    private static readonly Option<string> Urls = new("--urls")
    {
        Description = "Address to listen on.",
        DefaultValueFactory = _ => "http://127.0.0.1:5080",
    };

    private static readonly Option<bool> Demo = new("--demo") { Description = "Load the demo data into an empty database." };

    public static Command Create()
    {
        var command = new Command("serve", "Serve the API, and score in the same process.") { Urls, Options.Data, Demo };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(Urls)!, parsed.GetValue(Options.Data), parsed.GetValue(Demo), ct));
        return command;
    }

    private static async Task<int> RunAsync(string urls, string? data, bool demo, CancellationToken ct)
    {
        var addresses = Addresses(urls);
        var configuration = Options.Configuration();
        if (configuration.GetSection("Kestrel:Endpoints").GetChildren().Any())
        {
            // They would win over --urls, loopback or not.
            throw new UsageException("Kestrel:Endpoints is set; name addresses with --urls instead.");
        }

        var settings = Settings.Read(configuration, data);
        Directory.CreateDirectory(settings.Storage.DataDirectory);
        using var folder = settings.Workers.Enabled || settings.Bus.IsDurable ? Options.TakeFolder(settings.Storage.DataDirectory, settings.Bus) : null;
        addresses.ForEach(Options.CheckFree);
        await using var app = Composition.Host.BuildServer(settings, urls);
        await Composition.Host.MigrateAsync(app.Services.GetRequiredService<SqlDialect>(), ct);
        await WarnOfAuditAsync(app.Services, ct);
        await FirstAdministrator.AddAsync(app.Services, settings.Bootstrap, ct);
        if (demo)
        {
            await DemoData.LoadAsync(app.Services, ct);
        }

        await Options.StartAsync(app, ct);
        Console.WriteLine($"TechBroker listens on {string.Join(", ", app.Urls)}; data in {Path.GetFullPath(settings.Storage.DataDirectory)}.");
        Options.TellParameters(settings.Matching, app.Services);
        if (addresses.Exists(a => a.Scheme == "http" && !Loopback.IsName(a.Host)))
        {
            Console.WriteLine("Passwords travel unencrypted over http: put a proxy with TLS before this address, or listen on https.");
        }

        Console.WriteLine($"API document: {app.Urls.First()}/openapi/v1.json");

        // Not cancelled: whoever asks a server that is up to stop gets an orderly end, not a fault in whatever came last.
        await FirstAdministrator.InviteAsync(app.Services, app.Urls.First(), CancellationToken.None);
        await app.WaitForShutdownAsync(ct);
        return CommandLine.Done;
    }

    // Before anything is written: a lost key would be made anew by the first entry.
    private static async Task WarnOfAuditAsync(IServiceProvider services, CancellationToken ct)
    {
        var key = services.GetRequiredService<AuditKey>();
        if ((await services.GetRequiredService<Database>().SnapshotAsync(s => AuditEnd.CheckAsync(s, key), ct)).Fault is { } fault)
        {
            await Console.Error.WriteLineAsync($"WARNING: the audit record does not verify, run 'techbroker audit verify': {fault.Message.En}");
        }
    }

    private static List<Uri> Addresses(string urls)
    {
        var addresses = new List<Uri>();
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            {
                throw new UsageException($"--urls: '{url}' is no address such as http://127.0.0.1:5080.");
            }

            addresses.Add(uri);
        }

        return addresses;
    }
}
