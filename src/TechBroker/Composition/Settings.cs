using TechBroker.Api;
using TechBroker.Api.Accounts;
using TechBroker.Storage;
using TechBroker.Storage.Audit;
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

    public ApiOptions Api { get; init; } = new();

    public AuthOptions Auth { get; init; } = new();

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
            Api = Bind<ApiOptions>(configuration, "Api"),
            Auth = Bind<AuthOptions>(configuration, "Auth"),
            Bootstrap = Bind<BootstrapOptions>(configuration, "Bootstrap"),
            Workers = Bind<WorkerOptions>(configuration, "Workers"),
        };
        if (dataDirectory is not null)
        {
            settings.Storage.DataDirectory = dataDirectory;
        }

        if ((Transport(configuration) ?? settings.Storage.Fault() ?? settings.Audit.Fault() ?? settings.Privacy.Fault() ?? settings.Api.Fault() ?? settings.Auth.Fault() ?? settings.Bootstrap.Fault() ?? settings.Workers.Fault()) is { } fault)
        {
            throw new UsageException(fault);
        }

        return settings;
    }

    private static string? Transport(IConfiguration configuration) =>
        configuration["Bus:Transport"] is { } transport && transport != "InMemory"
            ? $"Bus:Transport is '{transport}'; this version knows only InMemory."
            : null;

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
