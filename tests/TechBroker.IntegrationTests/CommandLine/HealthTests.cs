using System.Net;
using System.Net.Sockets;
using TechBroker.IntegrationTests.CommandLine.Support;

namespace TechBroker.IntegrationTests.CommandLine;

internal sealed class HealthTests
{
    [Test]
    public async Task Health_WhereNobodyAnswers_FailsWithASentence()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/health/ready";
        (await Techbroker.RunAsync("health", "--url", url)).Refuses(1, url, "does not answer within");
        listener.Stop();
        (await Techbroker.RunAsync("health", "--url", url)).Refuses(1, url, "does not answer");
        (await Techbroker.RunAsync("health", "--url", "localhost")).Refuses(2, "--url", "localhost");
    }
}
