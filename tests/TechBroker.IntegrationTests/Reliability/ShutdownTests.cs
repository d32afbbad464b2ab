using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using TechBroker.IntegrationTests.CommandLine.Support;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.Reliability;

/// <summary>R17 for one server: told to stop, it says so, serves what still comes, ends its streams and goes with 0.</summary>
internal sealed class ShutdownTests
{
    [Test]
    public async Task Terminate_WithADrainTime_SaysSoAndServesUntilThen()
    {
        using var files = new Scratch();
        using var server = await ServerProcess.StartAsync(files.Path("data"), new Dictionary<string, string> { ["Api__DrainSeconds"] = "10" });
        using var http = await server.SignInAsync();
        // It waits four seconds for an answer; the first one of a server that others keep from its processors takes longer.
        await Eventually.BecomesAsync(async () => await Techbroker.RunAsync("health", "--url", $"{server.Address}health/ready") is { Code: 0 } run && run.Out.Trim() == "ready", "readiness");
        await server.SignalAsync("TERM");
        await Eventually.BecomesAsync(async () => await StatusAsync(http) == (HttpStatusCode.ServiceUnavailable, "draining"), "readiness to say so", seconds: 4);
        using var post = await http.PostAsJsonAsync("/api/v1/listings", new { title = "停机前的成果", publish = true });
        Assert.That((post.StatusCode, post.Headers.ConnectionClose), Is.EqualTo((HttpStatusCode.Created, (bool?)true)), "served, and the next one is to go elsewhere");
        using var live = await http.GetAsync("/health/live");
        Assert.That(live.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await Techbroker.RunAsync("health", "--url", $"{server.Address}health/ready")).Code, Is.EqualTo(1));
        Assert.That(await server.EndAsync(), Is.Zero);
        Assert.That(server.Output, Does.Not.Contain("fail:").And.Not.Contain("Exception"));
    }

    [Test]
    public async Task Terminate_UnderLoadWithAStreamOpen_EndsTheStreamWithAHintAndLogsNoFault()
    {
        using var files = new Scratch();
        using var clients = new PersistentClients(6);
        using var server = await ServerProcess.StartAsync(files.Path("data"), new Dictionary<string, string> { ["Api__DrainSeconds"] = "1" });
        await clients.UseAsync(server);
        using var http = await server.SignInAsync();
        using var stream = await http.GetStreamAsync("/api/v1/stream").ContinueWith(t => new StreamReader(t.Result), TaskScheduler.Default);
        clients.Start();
        await Eventually.BecomesAsync(() => Task.FromResult(clients.Acknowledged.Count >= 100), "posts");
        await server.SignalAsync("TERM");
        var said = await stream.ReadToEndAsync();
        Assert.That(await server.EndAsync(), Is.Zero);
        Assert.That(said, Does.Match(@"retry: \d+\n\n$"));
        Assert.That(server.Output, Does.Not.Contain("fail:").And.Not.Contain("Exception"), "nothing that was cut off by the stop is a fault");
        await using var folder = DataFolder.Open(server.DataDirectory);
        Assert.That(clients.Acknowledged.Values, Is.SubsetOf(await folder.ListAsync<Guid>("SELECT Id FROM Listing UNION ALL SELECT Id FROM Need")));
        Assert.That(await folder.FirstAsync("SELECT COUNT(*) FROM Lease WHERE Until > strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"), Is.Zero, "no lease is left behind");

        // The clients wait for a server; it goes on where the other one stopped.
        using var next = await ServerProcess.StartAsync(files.Path("data"));
        await clients.UseAsync(next);
        await clients.FinishAsync();
        await next.DrainAsync();
    }

    [Test]
    public async Task Terminate_Twice_EndsAtOnce()
    {
        using var files = new Scratch();
        using var server = await ServerProcess.StartAsync(files.Path("data"), new Dictionary<string, string> { ["Api__DrainSeconds"] = "300" });
        using var http = await server.SignInAsync();
        await server.SignalAsync("TERM");
        await Eventually.BecomesAsync(async () => (await StatusAsync(http)).Status == "draining", "the first to be heard");
        Assert.That(await server.TerminateAsync(seconds: 5), Is.EqualTo(1));
    }

    private static async Task<(HttpStatusCode Code, string? Status)> StatusAsync(HttpClient http)
    {
        using var answer = await http.GetAsync("/health/ready");
        return (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("status").GetString());
    }
}
