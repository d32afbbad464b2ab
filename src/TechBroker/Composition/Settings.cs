using TechBroker.Api;
using TechBroker.Api.Accounts;
using TechBroker.Api.Accounts.External;
using TechBroker.Api.Accounts.Links;
using TechBroker.Api.Deals;
using TechBroker.Api.Engagements;
using TechBroker.Composition.Telemetry;
using TechBroker.Embeddings;
using TechBroker.Storage;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Bus;
using TechBroker.Storage.Evidence;
using TechBroker.Storage.Managers;
using TechBroker.Storage.Notices;
using TechBroker.Storage.Privacy;
using TechBroker.Verbs;
using TechBroker.Workers;
using TechBroker.Workers.Notices;

namespace TechBroker.Composition;

/// <summary>All options, bound and checked once; a wrong one stops the start with a sentence that names its key.</summary>
internal sealed record Settings
{
    public StorageOptions Storage { get; init; } = new();

    public AuditOptions Audit { get; init; } = new();

    public PrivacyOptions Privacy { get; init; } = new();

    public RetentionOptions Retention { get; init; } = new();

    public MatchingOptions Matching { get; init; } = new();

    public EmbeddingOptions Embeddings { get; init; } = new();

    public EvidenceOptions Evidence { get; init; } = new();

    public ApiOptions Api { get; init; } = new();

    public EngagementOptions Engagements { get; init; } = new();

    public AuthOptions Auth { get; init; } = new();

    public List<OidcOptions> Oidc { get; init; } = [];

    public DealOptions Deals { get; init; } = new();

    public BootstrapOptions Bootstrap { get; init; } = new();

    public WorkerOptions Workers { get; init; } = new();

    public BusOptions Bus { get; init; } = new();

    public DispatchOptions Dispatch { get; init; } = new();

    public MailOptions Mail { get; init; } = new();

    public WebhookOptions Webhooks { get; init; } = new();

    public List<RobotOptions> Robots { get; init; } = [];

    public TelemetryOptions Telemetry { get; init; } = new();

    public LogOptions Logging { get; init; } = new();

    /// <summary>How notices leave the house.</summary>
    public NoticeOptions Notices => new() { Mail = Mail, Webhooks = Webhooks, Robots = Robots, PublicAddress = Auth.PublicAddress };

    /// <summary>Whether people can have themselves sent a link for a new password.</summary>
    public MailedLinks MailedLinks => new(Mail.Enabled && Auth.PublicAddress is not null);

    /// <exception cref="UsageException">A key has a value that cannot be used.</exception>
    public static Settings Read(IConfiguration configuration, string? dataDirectory)
    {
        var settings = new Settings
        {
            Storage = WithConnection(Bind<StorageOptions>(configuration, "Storage"), configuration),
            Audit = Bind<AuditOptions>(configuration, "Audit"),
            Privacy = Bind<PrivacyOptions>(configuration, "Privacy"),
            Retention = Bind<RetentionOptions>(configuration, "Retention"),
            Matching = Bind<MatchingOptions>(configuration, "Matching"),
            Embeddings = Bind<EmbeddingOptions>(configuration, "Embeddings"),
            Evidence = Bind<EvidenceOptions>(configuration, "Evidence"),
            Api = WithProxies(Bind<ApiOptions>(configuration, "Api"), configuration["Api:TrustedProxies"]),
            Engagements = Bind<EngagementOptions>(configuration, "Engagements"),
            Auth = Bind<AuthOptions>(configuration, "Auth"),
            Oidc = Bind<List<OidcOptions>>(configuration, "Oidc"),
            Deals = Bind<DealOptions>(configuration, "Deals"),
            Bootstrap = Bind<BootstrapOptions>(configuration, "Bootstrap"),
            Workers = Bind<WorkerOptions>(configuration, "Workers"),
            Bus = Bind<BusOptions>(configuration, "Bus"),
            Dispatch = Bind<DispatchOptions>(configuration, "Dispatch"),
            Mail = Bind<MailOptions>(configuration, "Mail"),
            Webhooks = Bind<WebhookOptions>(configuration, "Webhooks"),
            Robots = Bind<List<RobotOptions>>(configuration, "Robots"),
            Telemetry = Bind<TelemetryOptions>(configuration, "Telemetry"),
            Logging = Bind<LogOptions>(configuration, "Logging"),
        };
        if (dataDirectory is not null)
        {
            settings.Storage.DataDirectory = dataDirectory;
        }

        string?[] faults =
        [
            settings.Bus.Fault(),
            settings.Storage.Fault(),
            settings.Audit.Fault(),
            settings.Privacy.Fault(),
            settings.Retention.Fault(),
            settings.Evidence.Fault(),
            settings.Matching.Fault(),
            settings.Embeddings.Fault(),
            settings.Api.Fault(),
            settings.Engagements.Fault(),
            settings.Deals.Fault(),
            settings.Auth.Fault(),
            OidcOptions.Fault(settings.Oidc),
            settings.Bootstrap.Fault(),
            settings.Workers.Fault(),
            settings.Dispatch.Fault(),
            settings.Mail.Fault(),
            settings.Webhooks.Fault(),
            RobotOptions.Fault(settings.Robots, settings.Webhooks),
            settings.Telemetry.Fault(),
            settings.Logging.Fault(),
        ];
        if (Array.Find(faults, f => f is not null) is { } fault)
        {
            throw new UsageException(fault);
        }

        return settings;
    }

    // In its customary place, and nowhere else: a secret in two places is looked after in one of them.
    private static StorageOptions WithConnection(StorageOptions options, IConfiguration configuration)
    {
        options.ConnectionString = configuration.GetConnectionString("TechBroker");
        return options;
    }

    // The binder passes over one value where it wants a list; a list of proxies that is silently empty would be a wrong start.
    private static ApiOptions WithProxies(ApiOptions options, string? joined)
    {
        foreach (var proxy in (joined ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            options.TrustedProxies.Add(proxy);
        }

        return options;
    }

    private static T Bind<T>(IConfiguration configuration, string section)
        where T : new()
    {
        try
        {
            return configuration.GetSection(section).Get<T>() ?? new T();
        }
        catch (InvalidOperationException e)
        {
            throw new UsageException($"{section}: {InPlainWords(e.Message)}");
        }
    }

    /// <summary>The binder names the key and the value, and the type as a programmer would.</summary>
    private static string InPlainWords(string message) => message
        .Replace("type 'System.Int32'", "a whole number", StringComparison.Ordinal)
        .Replace("type 'System.Int64'", "a whole number", StringComparison.Ordinal)
        .Replace("type 'System.Double'", "a number", StringComparison.Ordinal)
        .Replace("type 'System.Boolean'", "true or false", StringComparison.Ordinal);
}
