using Microsoft.Extensions.DependencyInjection;
using TechBroker.Storage.Processes;

namespace TechBroker.Workers.Processes;

public static class HeartbeatServices
{
    /// <summary>This process tells of itself. Registered before everything else that runs, it is the last to stop.</summary>
    public static IServiceCollection AddHeartbeat(this IServiceCollection services, ProcessSettings settings) => services
        .AddProcess(settings)
        .AddSingleton<Gauges>()
        .AddHostedService<Heartbeat>()
        .AddHostedService<IndexKeeping>();
}
