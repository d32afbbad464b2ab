using TechBroker.IntegrationTests.CommandLine.Support;
using TechBroker.IntegrationTests.Imports.Support;
using TechBroker.IntegrationTests.Storage;
using TechBroker.IntegrationTests.Support;
using static TechBroker.IntegrationTests.Imports.Support.Uploads;

namespace TechBroker.IntegrationTests.Imports;

/// <summary>R9 and imports of several servers: two real processes on one folder, of which one is killed or stopped in the middle of an import.</summary>
internal sealed class TwoServersImportTests
{
    private const int Rows = 12_000;

    private static readonly Dictionary<string, string> NoWorkers = new() { ["Workers__Enabled"] = "false", ["Api__ImportLeaseSeconds"] = "3" };

    [Test]
    public async Task Import_WhoseServerIsKilled_GoesOnInTheOther()
    {
        using var files = new Scratch();
        using var first = await ServerProcess.StartAsync(files.Path("data"), NoWorkers);
        var id = await BeginAsync(first);
        await first.KillAsync();

        using var second = await ServerProcess.StartAsync(files.Path("data"), NoWorkers);
        await CheckAsync(second, id);
    }

    [Test]
    public async Task Import_WhoseServerIsStoppedPastItsLeaseAndWakes_IsWrittenOnceByTheOther()
    {
        using var files = new Scratch();
        using var first = await ServerProcess.StartAsync(files.Path("data"), NoWorkers);
        using var second = await ServerProcess.StartAsync(files.Path("data"), NoWorkers);
        var id = await BeginAsync(first);
        var (stopped, other) = await HolderAsync(first.DataDirectory) == first.Id ? (first, second) : (second, first);
        await stopped.StandStillAsync();
        using (var http = await other.SignInAsync())
        {
            var before = (await http.JobAsync(id)).Processed;
            Assert.That(before, Is.InRange(1, Rows - 1), "stopped in the middle");
            await Eventually.BecomesAsync(async () => (await http.JobAsync(id)).Processed > before, "the other to go on", seconds: 60);
            await stopped.SignalAsync("CONT");
            await Eventually.BecomesAsync(() => Task.FromResult(stopped.Output.Contains("is another process's now", StringComparison.Ordinal)), "the first to notice", seconds: 60);
        }

        await CheckAsync(other, id);
    }

    [Test]
    public async Task Import_WhoseServerIsToldToStop_IsLetGoAtOnce()
    {
        using var files = new Scratch();
        var settings = new Dictionary<string, string>(NoWorkers) { ["Api__ImportLeaseSeconds"] = "600" };
        using var first = await ServerProcess.StartAsync(files.Path("data"), settings);
        using var second = await ServerProcess.StartAsync(files.Path("data"), settings);
        var id = await BeginAsync(first);
        Assert.That(await first.TerminateAsync(), Is.Zero);
        await CheckAsync(second, id);
    }

    private static async Task<Guid> BeginAsync(ServerProcess server)
    {
        using var http = await server.SignInAsync();
        var table = "编号,标题\n" + string.Concat(Enumerable.Range(1, Rows).Select(i => $"K-{i},{Words.Unique(i)}\n"));
        using var form = Form("listings", Utf8(table), "listings.csv");
        var id = (await http.SendFormAsync(form)).Succeeds(202).Id;
        await Eventually.BecomesAsync(async () => (await http.JobAsync(id)).Processed > 0, "the import to be under way");
        return id;
    }

    private static async Task<int> HolderAsync(string folder)
    {
        await using var data = DataFolder.Open(folder);
        return int.Parse((await data.ListAsync<string>("SELECT Holder FROM Lease WHERE Name LIKE 'import:%'")).Single().Split('/')[1]);
    }

    private static async Task CheckAsync(ServerProcess server, Guid id)
    {
        using var http = await server.SignInAsync();
        (await http.EndOfAsync(id)).Counts(created: Rows);
        await using var data = DataFolder.Open(server.DataDirectory);
        Assert.That(await data.ListAsync<string>("SELECT Title FROM Listing"), Is.EquivalentTo(Enumerable.Range(1, Rows).Select(Words.Unique)));
        Assert.That(await data.FirstAsync("SELECT COUNT(*) FROM MarketRevision"), Is.EqualTo(Rows), "no row was written twice");
    }
}
