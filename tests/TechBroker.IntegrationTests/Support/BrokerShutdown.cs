using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests;

/// <summary>Stops the shared broker at the end of the run.</summary>
[SetUpFixture]
internal sealed class BrokerShutdown
{
    [OneTimeTearDown]
    public async Task StopAsync() => await Broker.StopSharedAsync();
}
