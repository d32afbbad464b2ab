using Microsoft.Extensions.Hosting;
using TechBroker.Storage.Evidence;
using TechBroker.Storage.Showcase;

namespace TechBroker.Api.Evidence;

/// <summary>Clears what broken-off uploads have left, before the server takes requests.</summary>
internal sealed class ContentSweep(EvidenceFiles evidence, PictureFiles pictures) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await evidence.SweepAsync();
        await pictures.SweepAsync();
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
