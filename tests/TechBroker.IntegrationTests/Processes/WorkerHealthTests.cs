using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TechBroker.Composition;
using TechBroker.Storage.Sql;

namespace TechBroker.IntegrationTests.Processes;

/// <summary>Workers__HealthUrl: a worker answers probes, and nothing else.</summary>
internal sealed class WorkerHealthTests
{
    [Test]
    public async Task Worker_WithAHealthAddress_AnswersLikeAServerAndNothingElse()
    {
        var folder = Directory.CreateTempSubdirectory("techbroker-test-").FullName;
        var settings = new Settings();
        settings.Storage.DataDirectory = folder;
        settings.Workers.HealthUrl = "http://127.0.0.1:0";
        using (var host = Composition.Host.BuildWorker(settings, b => b.Logging.ClearProviders()))
        {
            await Composition.Host.MigrateAsync(host.Services.GetRequiredService<SqlDialect>(), CancellationToken.None);
            await host.StartAsync();
            using var http = new HttpClient { BaseAddress = new Uri(host.Services.GetRequiredService<WorkerHealth>().Address!) };

            Assert.That(JsonElement.Parse(await http.GetStringAsync("/health/live")).GetProperty("status").GetString(), Is.EqualTo("live"));
            Assert.That(await http.GetStringAsync("/health/ready"), Is.EqualTo("""{"status":"ready","database":"ready"}"""));
            using var other = await http.GetAsync("/api/v1/listings");
            Assert.That((int)other.StatusCode, Is.EqualTo(404));
            await host.StopAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    [TestCase("127.0.0.1:5081", false)]
    [TestCase("https://127.0.0.1:5081", false)]
    [TestCase("http://127.0.0.1:5081/health", false)]
    [TestCase("http://127.0.0.1:5081", true)]
    [TestCase("http://*:8081", true)]
    public void HealthUrl_ThatIsNone_IsRefusedByItsName(string url, bool good) =>
        Assert.That(new TechBroker.Workers.WorkerOptions { HealthUrl = url }.Fault(), good ? Is.Null : Does.StartWith("Workers:HealthUrl"));
}
