using Microsoft.Extensions.Hosting;
using TechBroker.Storage.Evidence;

namespace TechBroker.Api.Evidence;

/// <summary>Clears what broken-off uploads have left, before the server takes requests.</summary>
internal sealed class EvidenceSweep(EvidenceFiles files) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => files.SweepAsync();

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
