using System.Diagnostics;
using System.Net;
using System.Text;

namespace TechBroker.IntegrationTests.Api;

/// <summary>A process of its own, because here nothing else has warmed up what the first request needs.</summary>
internal sealed class FirstRequestTests
{
    [Test]
    public async Task Post_AsTheVeryFirstRequest_IsTaken()
    {
        var folder = Directory.CreateTempSubdirectory("techbroker-test-");
        var program = Path.Combine(TestContext.CurrentContext.TestDirectory, "techbroker.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "serve", "--urls", "http://127.0.0.1:0", "--data", folder.FullName])
        {
            RedirectStandardOutput = true,
        })!;
        try
        {
            var listens = await process.StandardOutput.ReadLineAsync();
            using var http = new HttpClient { BaseAddress = new Uri(listens!.Split(' ', ';', ',').First(w => w.StartsWith("http://", StringComparison.Ordinal))) };
            using var body = new StringContent("""{"title":"第一条"}""", Encoding.UTF8, "application/json");

            using var response = await http.PostAsync("/api/v1/listings", body);

            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Created), await response.Content.ReadAsStringAsync());
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
            folder.Delete(recursive: true);
        }
    }
}
