using TechBroker.Api;
using TechBroker.Api.Accounts;
using TechBroker.Api.Accounts.External;
using TechBroker.Api.Deals;
using TechBroker.Storage;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Evidence;
using TechBroker.Storage.Privacy;
using TechBroker.Verbs;
using TechBroker.Workers;

namespace TechBroker.Composition;

/// <summary>All options, bound and checked once; a wrong one stops the start with a sentence that names its key.</summary>
internal sealed record Settings
{
    public StorageOptions Storage { get; init; } = new();

    public AuditOptions Audit { get; init; } = new();

    public PrivacyOptions Privacy { get; init; } = new();

    public EvidenceOptions Evidence { get; init; } = new();

    public ApiOptions Api { get; init; } = new();

    public AuthOptions Auth { get; init; } = new();

    public List<OidcOptions> Oidc { get; init; } = [];

    public DealOptions Deals { get; init; } = new();

    public BootstrapOptions Bootstrap { get; init; } = new();

    public WorkerOptions Workers { get; init; } = new();

    /// <exception cref="UsageException">A key has a value that cannot be used.</exception>
    public static Settings Read(IConfiguration configuration, string? dataDirectory)
    {
        var settings = new Settings
        {
            Storage = Bind<StorageOptions>(configuration, "Storage"),
            Audit = Bind<AuditOptions>(configuration, "Audit"),
            Privacy = Bind<PrivacyOptions>(configuration, "Privacy"),
            Evidence = Bind<EvidenceOptions>(configuration, "Evidence"),
            Api = WithProxies(Bind<ApiOptions>(configuration, "Api"), configuration["Api:TrustedProxies"]),
            Auth = Bind<AuthOptions>(configuration, "Auth"),
            Oidc = Bind<List<OidcOptions>>(configuration, "Oidc"),
            Deals = Bind<DealOptions>(configuration, "Deals"),
            Bootstrap = Bind<BootstrapOptions>(configuration, "Bootstrap"),
            Workers = Bind<WorkerOptions>(configuration, "Workers"),
        };
        if (dataDirectory is not null)
        {
            settings.Storage.DataDirectory = dataDirectory;
        }

        if ((Transport(configuration) ?? settings.Storage.Fault() ?? settings.Audit.Fault() ?? settings.Privacy.Fault() ?? settings.Evidence.Fault() ?? settings.Api.Fault() ?? settings.Auth.Fault() ?? OidcOptions.Fault(settings.Oidc) ?? settings.Deals.Fault() ?? settings.Bootstrap.Fault() ?? settings.Workers.Fault()) is { } fault)
        {
            throw new UsageException(fault);
        }

        return settings;
    }

    private static string? Transport(IConfiguration configuration) =>
        configuration["Bus:Transport"] is { } transport && transport != "InMemory"
            ? $"Bus:Transport is '{transport}'; this version knows only InMemory."
            : null;

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
        .Replace("type 'System.Boolean'", "true or false", StringComparison.Ordinal);
}
