using MassTransit;
using MassTransit.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TechBroker.IntegrationTests.Storage;
using TechBroker.IntegrationTests.Support;
using TechBroker.Workers;
using TechBroker.Workers.Relay;
using TechBroker.Workers.Scoring;

namespace TechBroker.IntegrationTests.Workers;

/// <summary>The scoring consumers on the bus's test harness, with a real database and the real relay.</summary>
internal sealed class BusFixture : IAsyncDisposable
{
    private readonly ServiceProvider provider;
    private readonly OutboxRelay relay;

    private BusFixture(TestDatabase data, WorkerOptions options)
    {
        Data = data;
        provider = new ServiceCollection()
            .AddLogging(logging => logging.ClearProviders())
            .AddSingleton(data.Database).AddSingleton(data.Signal).AddSingleton(TimeProvider.System)
            .AddSingleton(_ => TestDatabase.FeedOf(data.Database))
            .AddSingleton(options).AddSingleton<ScoringRun>().AddSingleton<ConsumedMessages>().AddSingleton<OutboxRelay>()
            .AddMassTransitTestHarness(bus =>
            {
                bus.DisableUsageTelemetry();
                bus.AddScoringConsumers(options, new BusOptions());
                bus.RetryAndDiscard();
            })
            .BuildServiceProvider(validateScopes: true);
        Harness = provider.GetRequiredService<ITestHarness>();
        relay = provider.GetRequiredService<OutboxRelay>();
    }

    public TestDatabase Data { get; }

    public ITestHarness Harness { get; }

    public static async Task<BusFixture> StartAsync(WorkerOptions? options = null)
    {
        var fixture = new BusFixture(await TestDatabase.CreateAsync(), options ?? new WorkerOptions { ProposeLevel = 1, PollMilliseconds = 20 });
        await fixture.Harness.Start();
        await fixture.relay.StartAsync(CancellationToken.None);
        return fixture;
    }

    /// <summary>Until every message has come to its end.</summary>
    public Task DrainAsync() => Eventually.BecomesAsync(async () => await Data.CountAsync("Outbox") == 0, "the outbox to drain");

    public Task<int> EventsAsync(string kind) => Data.FirstAsync<int>("SELECT COUNT(*) FROM Event WHERE Kind = @kind", new { kind });

    public async ValueTask DisposeAsync()
    {
        await relay.StopAsync(CancellationToken.None);
        await Harness.Stop();
        await provider.DisposeAsync();
        await Data.DisposeAsync();
    }
}
