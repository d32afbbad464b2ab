using Microsoft.Extensions.DependencyInjection;

namespace TechBroker.Storage.Processes;

/// <summary>What this process is.</summary>
/// <param name="Role"><c>serve</c> or <c>worker</c>.</param>
/// <param name="Works">Whether it consumes and relays messages.</param>
/// <param name="StalledMinutes">How long a consumer may be on the same messages.</param>
public sealed record ProcessSettings(string Role, bool Works, int StalledMinutes)
{
    /// <summary>The machine or container, and the process on it.</summary>
    public string Host { get; } = $"{Environment.MachineName}:{Environment.ProcessId}";

    public string Version { get; init; } = typeof(ProcessSettings).Assembly.GetName().Version?.ToString(3) ?? "0";
}

public static class ProcessServices
{
    /// <summary>The state of this process, and what its readiness follows from. Others add reasons of their own by registering <see cref="IReadinessReason"/>.</summary>
    public static IServiceCollection AddProcess(this IServiceCollection services, ProcessSettings settings) => services
        .AddSingleton(settings)
        .AddSingleton<ProcessState>()
        .AddSingleton<IReadinessReason, ProcessReasons>()
        .AddSingleton<ReadinessCheck>();
}
