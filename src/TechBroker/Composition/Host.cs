using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TechBroker.Api;
using TechBroker.Api.Accounts;
using TechBroker.Api.Notices;
using TechBroker.Domain.Vocabularies;
using TechBroker.Storage;
using TechBroker.Storage.Sql;
using TechBroker.Workers;

namespace TechBroker.Composition;

/// <summary>Puts the modules together, for the program and for tests alike.</summary>
internal static class Host
{
    private static readonly ServiceProviderOptions Strict = new() { ValidateOnBuild = true, ValidateScopes = true };

    /// <summary>API, and workers unless they are switched off, on the given addresses.</summary>
    public static WebApplication BuildServer(Settings settings, string urls, Action<IHostApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "techbroker" });
        Configure(builder);
        builder.WebHost.UseUrls(urls).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;

            // JSON bodies have their own, smaller limit; this one is for uploads.
            kestrel.Limits.MaxRequestBodySize = settings.Api.MaxUploadBytes + 1024 * 1024;
            LimitConnections(kestrel.Limits);
        });
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Services.AddStorage(settings.Storage, settings.Audit, settings.Privacy, settings.Matching.Load())
            .AddSingleton(settings.Engagements).AddSingleton(settings.Deals).AddSingleton(settings.Dispatch)
            .AddSingleton(settings.MailedLinks)
            .AddApi(settings.Api, settings.Auth, settings.Oidc, settings.Evidence, settings.Webhooks, Vocabularies(settings.Storage.DataDirectory));
        AddBus(builder, settings, consumes: settings.Workers.Enabled);
        configure?.Invoke(builder);
        return builder.Build().MapApi();
    }

    /// <summary>Workers alone.</summary>
    public static IHost BuildWorker(Settings settings, Action<IHostApplicationBuilder>? configure = null, bool withWorkers = true)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ApplicationName = "techbroker" });
        Configure(builder);
        builder.ConfigureContainer(new DefaultServiceProviderFactory(Strict));
        builder.Services.AddStorage(settings.Storage, settings.Audit, settings.Privacy, settings.Matching.Load()).AddSingleton(settings.Dispatch);
        if (withWorkers)
        {
            builder.Services.AddWebhookKeys().AddPasswordLinks(settings.Auth);
            AddBus(builder, settings, consumes: true);
        }

        configure?.Invoke(builder);
        return builder.Build();
    }

    /// <summary>What it takes to import a file, and to match it where no server does.</summary>
    public static IHost BuildImporter(Settings settings, bool withWorkers) => BuildWorker(
        settings,
        builder => builder.Services.AddSingleton(settings.Api).AddSingleton(Vocabularies(settings.Storage.DataDirectory)).AddImports(),
        withWorkers);

    /// <summary>The vocabularies of the program, with those that the operator put into DATA/vocabularies instead.</summary>
    /// <exception cref="Verbs.UsageException">A file is no vocabulary.</exception>
    public static VocabularySet Vocabularies(string dataDirectory)
    {
        var folder = Path.Combine(dataDirectory, "vocabularies");
        return VocabularySet.Shipped(Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(Read) : []);
    }

    /// <returns>The names of the scripts that were applied now.</returns>
    /// <exception cref="Verbs.FailedException">The database and this program do not fit together.</exception>
    public static async Task<IReadOnlyList<string>> MigrateAsync(SqlDialect dialect, CancellationToken ct)
    {
        try
        {
            return await new Migrator(dialect).RunAsync(ct);
        }
        catch (MigrationException e)
        {
            throw new Verbs.FailedException(e.Message);
        }
    }

    private static void Configure(IHostApplicationBuilder builder)
    {
        // Settings are environment variables and nothing else. A file in the current folder could bind the server to the world, and
        // watching that folder would wake a thread at every write of a database that lies there.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddEnvironmentVariables();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Logging.ClearProviders().AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
        });

        // Standard output belongs to what the command itself says.
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("TechBroker", LogLevel.Information)

            // Its warning at every new key is answered: the folder of the keys is its owner's alone.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        if (builder is WebApplicationBuilder web)
        {
            web.Host.UseDefaultServiceProvider((_, options) => (options.ValidateOnBuild, options.ValidateScopes) = (true, true));
        }
    }

    /// <summary>Written out, though some are the framework's defaults: safety must not hang on what a later version thinks right.</summary>
    private static void LimitConnections(KestrelServerLimits limits)
    {
        // The longest honest line has q with 500 Chinese characters (4,500 bytes) and some filters.
        limits.MaxRequestLineSize = 8 * 1024;

        // Ours are a token, a cookie or two and what a browser adds; a proxy adds its own.
        limits.MaxRequestHeadersTotalSize = 32 * 1024;
        limits.MaxRequestHeaderCount = 100;

        // Who drips headers, or a body, holds a connection at no cost (Slowloris). 240 bytes a second is slower than any modem; after the grace.
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));

        // Longer than the 60 s for which proxies commonly keep a connection, so that it is they who close it and no request meets a closed one.
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(130);
        limits.Http2.MaxStreamsPerConnection = 100;
    }

    private static void AddBus(IHostApplicationBuilder builder, Settings settings, bool consumes)
    {
        if (consumes)
        {
            builder.Services.AddWorkers(settings.Workers, settings.Dispatch, settings.Notices, settings.Bus);
        }
        else
        {
            builder.Services.AddRelay(settings.Workers, settings.Dispatch, settings.Bus);
        }

        if (settings.Bus.IsDurable)
        {
            // It logs a page at each try to connect. Watch and relay say once what is wrong, and what is parked is logged where that is done.
            builder.Logging.AddFilter("MassTransit", LogLevel.None);
        }
    }

    private static Vocabulary Read(string file)
    {
        try
        {
            return VocabularyFile.Parse(File.ReadAllBytes(file));
        }
        catch (System.Text.Json.JsonException e)
        {
            throw new Verbs.UsageException($"{file} is no vocabulary: {e.Message}");
        }
    }
}
