using TechBroker.Api.Health;
using TechBroker.Api.Http;
using TechBroker.Storage.Processes;

namespace TechBroker.Composition;

/// <summary>
/// /health/live and /health/ready of a worker, for probes, on an address of its own. Whoever asks is a stranger here and sees what strangers
/// see of a server.
/// </summary>
internal sealed class WorkerHealth(string url, ReadinessCheck check) : IHostedService, IAsyncDisposable
{
    private WebApplication? app;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "techbroker" });

        // Settings of the environment are for the worker; this one listens where it is told, and nowhere else.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 0;
            kestrel.Limits.MaxConcurrentConnections = 50;
        });

        // Signals are the worker's own to handle.
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        app = builder.Build();
        app.MapGet("/health/live", () => new Answer(200, Readiness.Live));
        app.MapGet("/health/ready", async (CancellationToken ct) =>
        {
            var state = await check.RunAsync(ct);
            return new Answer(state.StatusCode, state.ForAnyone);
        });
        await app.StartAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => app?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => app?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Where it listens, once started.</summary>
    public string? Address => app?.Urls.FirstOrDefault();

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
