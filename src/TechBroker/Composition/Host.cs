using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TechBroker.Api;
using TechBroker.Api.Accounts;
using TechBroker.Api.Health;
using TechBroker.Api.Notices;
using TechBroker.Composition.Telemetry;
using TechBroker.Domain.Vocabularies;
using TechBroker.Storage;
using TechBroker.Storage.Processes;
using TechBroker.Storage.Sql;
using TechBroker.Workers;
using TechBroker.Workers.Processes;

namespace TechBroker.Composition;

/// <summary>Puts the modules together, for the program and for tests alike.</summary>
internal static class Host
{
    private static readonly ServiceProviderOptions Strict = new() { ValidateOnBuild = true, ValidateScopes = true };

    /// <summary>API, and workers unless they are switched off, on the given addresses.</summary>
    public static WebApplication BuildServer(Settings settings, string urls, Action<IHostApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "techbroker" });
        Configure(builder, settings, new ProcessSettings("serve", settings.Workers.Enabled, settings.Workers.StalledMinutes), TimeSpan.FromSeconds(settings.Api.DrainSeconds));
        builder.WebHost.UseUrls(urls).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;

            // JSON bodies have their own, smaller limit; this one is for uploads.
            kestrel.Limits.MaxRequestBodySize = settings.Api.MaxUploadBytes + 1024 * 1024;
            LimitConnections(kestrel.Limits);
        });
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Services.AddStorage(settings.Storage, settings.Audit, settings.Privacy, settings.Matching.Load(), settings.Matching.LoadVectors())
            .AddSingleton(settings.Engagements).AddSingleton(settings.Deals).AddSingleton(settings.Dispatch)
            .AddSingleton(settings.MailedLinks).AddSingleton(settings.Retention)
            .AddApi(settings.Api, settings.Auth, settings.Oidc, settings.Evidence, settings.Webhooks, Vocabularies(settings.Storage.DataDirectory));
        AddBus(builder, settings, consumes: settings.Workers.Enabled);
        configure?.Invoke(builder);
        return builder.Build().MapApi();
    }

    /// <summary>Workers alone.</summary>
    public static IHost BuildWorker(Settings settings, Action<IHostApplicationBuilder>? configure = null, bool withWorkers = true)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ApplicationName = "techbroker" });
        Configure(builder, settings, withWorkers ? new ProcessSettings("worker", Works: true, settings.Workers.StalledMinutes) : null);
        builder.ConfigureContainer(new DefaultServiceProviderFactory(Strict));
        builder.Services.AddStorage(settings.Storage, settings.Audit, settings.Privacy, settings.Matching.Load(), settings.Matching.LoadVectors()).AddSingleton(settings.Dispatch);
        if (withWorkers)
        {
            if (settings.Workers.HealthUrl is { } url)
            {
                builder.Services.AddSingleton(p => new WorkerHealth(url, p.GetRequiredService<ReadinessCheck>())).AddHostedService(p => p.GetRequiredService<WorkerHealth>());
            }

            builder.Services.AddWebhookKeys().AddPasswordLinks(settings.Auth).AddSingleton(settings.Retention);
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

    /// <param name="builder">Of the host.</param>
    /// <param name="settings">Of the program.</param>
    /// <param name="process">What the process is; null where it is a short command that nobody watches.</param>
    /// <param name="drain">For how long it still serves after it has been told to stop.</param>
    private static void Configure(IHostApplicationBuilder builder, Settings settings, ProcessSettings? process, TimeSpan drain = default)
    {
        // Settings are environment variables and nothing else. A file in the current folder could bind the server to the world, and
        // watching that folder would wake a thread at every write of a database that lies there.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddEnvironmentVariables();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(new Draining(drain)).AddSingleton<IHostLifetime, OrderlyStop>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = OrderlyStop.Limit);
        settings.Logging.Configure(builder.Logging.ClearProviders());
        if (process is not null)
        {
            builder.Services.AddHeartbeat(process);
            AddTelemetry(builder, settings.Telemetry, process);
        }

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

    private static void AddTelemetry(IHostApplicationBuilder builder, TelemetryOptions options, ProcessSettings process)
    {
        if (!options.Enabled)
        {
            return;
        }

        builder.Services.AddSingleton(options).AddHostedService<TelemetryExport>();
        if (options.Logs)
        {
            TelemetryExport.AddLogs(builder.Logging, options, process);
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
