using TechBroker.IntegrationTests.CommandLine.Support;
using TechBroker.IntegrationTests.Imports.Support;
using TechBroker.IntegrationTests.Storage;
using TechBroker.IntegrationTests.Support;
using static TechBroker.IntegrationTests.Imports.Support.Uploads;

namespace TechBroker.IntegrationTests.Imports;

/// <summary>Two people send the same table at the same moment.</summary>
internal sealed class SimultaneousImportTests
{
    private const int Rows = 700;

    private static readonly string Table = "编号,标题,摘要\n" + string.Concat(Enumerable.Range(1, Rows).Select(i => $"{(i % 3 == 0 ? "" : $"T-{i}")},{Words.Unique(i)},摘要{i}\n"));

    [Test]
    public async Task Import_TwiceAtOnce_LeavesEachRowOnce()
    {
        await using var server = await TestServer.StartAsync(s => s.Workers.Enabled = false);

        var jobs = await Task.WhenAll(server.ImportAsync("listings", Table), server.ImportAsync("listings", Table));

        await CheckAsync(server);
        Assert.That(jobs.Sum(j => j.Created), Is.EqualTo(Rows));
        Assert.That(jobs.Sum(j => j.Unchanged), Is.EqualTo(Rows));
    }

    [Test]
    public async Task Import_OnTwoServersOfOneFolder_LeavesEachRowOnce()
    {
        await using var server = await TestServer.StartAsync(s => s.Workers.Enabled = false);
        await using var other = await TestServer.StartAsync(s => s.Workers.Enabled = false, server.DataDirectory);

        var jobs = await Task.WhenAll(server.ImportAsync("listings", Table), other.ImportAsync("listings", Table));

        await CheckAsync(server);
        Assert.That(jobs.Select(j => (j.State, j.Rows, j.Processed)), Is.All.EqualTo(("done", Rows, Rows)));
        Assert.That(jobs.Select(j => j.Created + j.Unchanged), Is.All.EqualTo(Rows));
    }

    [Test]
    public async Task Import_OverHttpAndOnTheCommandLine_LeavesEachRowOnceAndMatched()
    {
        using var files = new Scratch();
        using var server = await ServerProcess.StartAsync(files.Folder("data"));
        using var http = await server.SignInAsync();
        var table = files.Write("table.csv", Table);
        using var form = Form("needs", Utf8(Table), "table.csv");

        var command = Techbroker.RunAsync("import", "--kind", "needs", table, "--data", server.DataDirectory, "--language", "en");
        var accepted = (await http.SendFormAsync(form)).Succeeds(202);
        var job = await http.EndOfAsync(accepted.Id);
        var run = (await command).Succeeds();
        (await Techbroker.RunAsync("import", "--kind", "listings", table, "--data", server.DataDirectory)).Succeeds();

        Assert.That((job.State, job.Created + job.Unchanged), Is.EqualTo(("done", Rows)), job.Failure);
        Assert.That(run.Out, Does.Contain($"{Rows} rows").And.Contain($"{Rows - job.Created} new").And.Contain($"{job.Created} unchanged").And.Contain("Matched"));
        await using var data = DataFolder.Open(server.DataDirectory);
        Assert.That(await data.FirstAsync("SELECT COUNT(*) FROM Need"), Is.EqualTo(Rows));
        Assert.That(await data.FirstAsync("SELECT COUNT(DISTINCT n.Id) FROM Need n JOIN Match m ON m.NeedId = n.Id JOIN Listing l ON l.Id = m.ListingId AND l.Title = n.Title"), Is.EqualTo(Rows));
    }

    private static async Task CheckAsync(TestServer server)
    {
        Assert.That((await Footprint.OfAsync(server)).Items, Is.EqualTo(Rows));
        Assert.That((await Footprint.OfAsync(server)).Revisions, Is.EqualTo(Rows));
        Assert.That((await Footprint.OfAsync(server)).Messages, Is.EqualTo(Rows));
    }
}
