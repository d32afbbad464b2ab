using Microsoft.Extensions.DependencyInjection;
using TechBroker.Composition;
using TechBroker.IntegrationTests.Support;
using TechBroker.IntegrationTests.Workers;

namespace TechBroker.IntegrationTests.Accounts.Support;

/// <summary>A server of its own clock whose passwords cost little: what they cost has tests of its own.</summary>
internal abstract class OnFastServer
{
    protected TestServer Server { get; private set; } = null!;

    protected ManualClock Clock { get; } = new(DateTimeOffset.UtcNow);

    [OneTimeSetUp]
    public async Task StartAsync() => Server = await TestServer.StartAsync(
        settings =>
        {
            (settings.Auth.PasswordIterations, settings.Auth.RefusalsPerAddress, settings.Workers.Enabled) = (1_000, 100_000, false);
            Configure(settings);
        },
        services: builder => builder.Services.AddSingleton<TimeProvider>(Clock));

    [OneTimeTearDown]
    public async Task StopAsync() => await Server.DisposeAsync();

    protected virtual void Configure(Settings settings)
    {
    }
}
