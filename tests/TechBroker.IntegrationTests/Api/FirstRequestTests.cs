using System.Net;
using System.Text;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.Api;

/// <summary>A process of its own, because here nothing else has warmed up what the first request needs.</summary>
internal sealed class FirstRequestTests
{
    [Test]
    public async Task Post_AsTheVeryFirstRequest_IsTaken()
    {
        var folder = Directory.CreateTempSubdirectory("techbroker-test-");
        using var server = await ServerProcess.StartAsync(folder.FullName);
        using var http = await server.SignInAsync();
        using var body = new StringContent("""{"title":"第一条"}""", Encoding.UTF8, "application/json");

        using var response = await http.PostAsync("/api/v1/listings", body);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Created), await response.Content.ReadAsStringAsync());
        await server.KillAsync();
        folder.Delete(recursive: true);
    }
}
