using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using TechBroker.IntegrationTests.CommandLine.Support;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.CommandLine;

/// <summary>techbroker serve as a process: what it starts with, what it refuses, how it ends.</summary>
internal sealed class ServeVerbTests
{
    private Scratch files = null!;

    [SetUp]
    public void SetUp() => files = new Scratch();

    [TearDown]
    public void TearDown() => files.Dispose();

    [Test]
    public async Task Serve_Demo_LoadsTheWholeMarketAndMatchesIt()
    {
        using var server = await ServerProcess.StartAsync(files.Path("data"), "--demo");
        using var http = await server.SignInAsync();
        await DrainAsync(http);

        Assert.That(await CountAsync(http, "organisations"), Is.EqualTo(20));
        Assert.That(await CountAsync(http, "listings?state=published&"), Is.EqualTo(62));
        Assert.That(await CountAsync(http, "needs?state=published&"), Is.EqualTo(40));
        Assert.That(server.Output, Does.Contain("20 organisations, 62 listings, 40 needs"));

        Assert.That(await server.TerminateAsync(), Is.Zero);
        (await Techbroker.RunAsync("serve", "--demo", "--data", server.DataDirectory, "--urls", "http://127.0.0.1:0")).Refuses(1, "--demo", "not empty");
        await using var data = DataFolder.Open(server.DataDirectory);
        Assert.That(await data.FirstAsync("SELECT COUNT(*) FROM Listing"), Is.EqualTo(62), "refused and not doubled");
        Assert.That(await data.FirstAsync("SELECT COUNT(DISTINCT NeedId) FROM Match"), Is.GreaterThan(36));
    }

    [Test]
    public async Task Serve_SettingsFileInTheCurrentFolder_DoesNotMoveItOffLoopback()
    {
        var folder = Directory.CreateDirectory(files.Path("current")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "appsettings.json"), """{"Kestrel":{"Endpoints":{"X":{"Url":"http://0.0.0.0:0"}}},"urls":"http://0.0.0.0:0"}""");

        using var server = await ServerProcess.StartAsync(files.Path("data"), folder, []);

        Assert.That(IPAddress.IsLoopback(IPAddress.Parse(server.Address.Host)), Is.True, server.Output);
    }

    [Test]
    public async Task Serve_EndpointsInTheEnvironment_IsRefused() =>
        (await Techbroker.RunAsync([("Kestrel__Endpoints__X__Url", "http://0.0.0.0:0")], "serve", "--data", files.Path("data"))).Refuses(2, "Kestrel:Endpoints", "--urls");

    [Test]
    public async Task Serve_TwiceOnOneFolder_RefusesTheSecond()
    {
        using var server = await ServerProcess.StartAsync(files.Path("data"));

        (await Techbroker.RunAsync("serve", "--data", server.DataDirectory, "--urls", "http://127.0.0.1:0")).Refuses(1, server.DataDirectory, "--data");
        (await Techbroker.RunAsync("worker", "--data", server.DataDirectory)).Refuses(1, server.DataDirectory);

        using var http = await server.SignInAsync();
        using var alive = await http.GetAsync("/health/ready");
        Assert.That(alive.IsSuccessStatusCode, Is.True, "the first is not disturbed");
    }

    [Test]
    public async Task Serve_OnAnAddressInUse_SaysSoBeforeItLoadsTheDemo()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";

        var run = (await Techbroker.RunAsync("serve", "--demo", "--data", files.Path("data"), "--urls", url)).Refuses(1, "--urls", url, "in use");

        Assert.That(run.Out, Is.Empty);
        Assert.That(File.Exists(files.Path("data/techbroker.db")), Is.False);
    }

    [Test]
    public async Task Serve_TerminatedTheMomentItListens_EndsInOrder()
    {
        using var server = await ServerProcess.StartAsync(files.Path("data"));

        Assert.That(await server.TerminateAsync(), Is.Zero, server.Output);
    }

    [Test]
    public async Task Serve_Terminated_EndsWithinSecondsAndWithoutComplaint()
    {
        using var server = await ServerProcess.StartAsync(files.Path("data"));
        using var http = await server.SignInAsync();
        using var stream = await http.GetAsync("/api/v1/stream", HttpCompletionOption.ResponseHeadersRead);
        using var posted = await http.PostAsJsonAsync("/api/v1/listings", new { title = "最后的成果", publish = true });
        await DrainAsync(http);
        var watch = Stopwatch.StartNew();

        var code = await server.TerminateAsync();

        Assert.Multiple(() =>
        {
            Assert.That(code, Is.Zero, server.Output);
            Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(8)));
            Assert.That(server.Output, Does.Not.Contain("fail:").And.Not.Contain("crit:").And.Not.Contain("Exception"));
        });
        using var next = await ServerProcess.StartAsync(files.Path("data"));
        using var again = await next.SignInAsync();
        Assert.That(await CountAsync(again, "listings"), Is.EqualTo(1), "the folder is free at once and holds what was posted");
    }

    private static Task DrainAsync(HttpClient http) => Eventually.BecomesAsync(
        async () => (await http.GetFromJsonAsync<JsonElement>("/health/ready")).GetProperty("backlog").GetInt32() == 0, "the outbox to drain");

    private static async Task<int> CountAsync(HttpClient http, string path) =>
        (await http.GetFromJsonAsync<JsonElement>($"/api/v1/{path}{(path.Contains('?', StringComparison.Ordinal) ? "" : "?")}limit=200")).GetProperty("items").GetArrayLength();
}
