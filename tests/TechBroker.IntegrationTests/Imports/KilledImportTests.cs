using TechBroker.Contracts.Http;
using TechBroker.IntegrationTests.CommandLine.Support;
using TechBroker.IntegrationTests.Imports.Support;
using TechBroker.IntegrationTests.Storage;
using TechBroker.IntegrationTests.Support;
using TechBroker.Matching;
using static TechBroker.IntegrationTests.Imports.Support.Uploads;

namespace TechBroker.IntegrationTests.Imports;

/// <summary>The program is killed in the middle of each of two imports; it goes on where it was, and the market is as if nothing had been.</summary>
internal sealed class KilledImportTests
{
    // Enough for the kill to come while it runs, however fast the machine is.
    private const int Rows = 2_000;

    [Test]
    public async Task Kill_DuringTwoImports_ImportsEveryRowOnceAndMatchesIt()
    {
        using var files = new Scratch();
        var (first, listings) = await ImportWithAKillAsync(await ServerProcess.StartAsync(files.Path("data")), "listings");
        var (server, needs) = await ImportWithAKillAsync(first, "needs");
        using (server)
        {
            await server.DrainAsync();
            await server.KillAsync();
        }

        foreach (var job in new[] { listings, needs })
        {
            // Every tenth row is bad and every hundredth says what the one before it said.
            job.Counts(created: Rows - Rows / 10 - Rows / 100, unchanged: Rows / 100, rejected: Rows / 10);
        }

        await CheckAsync(files.Path("data"), listings.Id, needs.Id);
    }

    private static async Task<(ServerProcess Server, ImportJobBody Job)> ImportWithAKillAsync(ServerProcess server, string kind)
    {
        Guid id;
        using (var http = await server.SignInAsync())
        {
            using var form = Form(kind, Utf8(Table(kind)), $"{kind}.csv");
            id = (await http.SendFormAsync(form)).Succeeds(202).Id;
            await Eventually.BecomesAsync(async () => (await http.JobAsync(id)).Processed >= Rows / 10, "the import to be under way");
        }

        await server.KillAsync();
        server.Dispose();
        await using (var data = DataFolder.Open(server.DataDirectory))
        {
            var processed = await data.FirstAsync($"SELECT Processed FROM ImportJob WHERE Kind = '{kind}'");
            Assert.That(processed, Is.InRange(Rows / 10, Rows * 9 / 10), "killed in the middle");
        }

        var next = await ServerProcess.StartAsync(server.DataDirectory);
        using var client = await next.SignInAsync();
        return (next, await client.EndOfAsync(id));
    }

    private static async Task CheckAsync(string folder, params Guid[] jobs)
    {
        await using var data = DataFolder.Open(folder);
        Assert.That(await data.ListAsync<string>("PRAGMA integrity_check"), Is.EqualTo(new[] { "ok" }));
        var good = Enumerable.Range(1, Rows).Where(i => !IsBad(i) && !IsRepeated(i)).Select(Words.Unique).ToList();
        Assert.That(await data.ListAsync<string>("SELECT Title FROM Listing"), Is.EquivalentTo(good));
        Assert.That(await data.ListAsync<string>("SELECT Title FROM Need"), Is.EquivalentTo(good));
        Assert.That(await data.FirstAsync("SELECT COUNT(*) FROM MarketRevision"), Is.EqualTo(good.Count * 2), "no row was written twice");
        foreach (var job in jobs)
        {
            Assert.That(
                await data.ListAsync<long>($"SELECT RowNumber FROM ImportIssue WHERE Severity = 'error' AND JobId = '{job}' ORDER BY Seq"),
                Is.EqualTo(Enumerable.Range(1, Rows).Where(IsBad).Select(i => i + 1)),
                "each error once, at its row");
        }

        using var feed = TestDatabase.FeedOf(data.Database);
        await feed.SyncAsync(CancellationToken.None);
        var needs = await data.ListAsync<Guid>("SELECT Id FROM Need");
        var expected = feed.Ask((index, _) => needs.SelectMany(n => index.Rank(Side.Need, n, 20)).Select(m => $"{m.NeedId} {m.ListingId}").ToList());
        Assert.That(await data.ListAsync<string>("SELECT NeedId || ' ' || ListingId FROM Match"), Is.EquivalentTo(expected));
        Assert.That(expected, Has.Count.EqualTo(good.Count));
        Assert.That(await data.FirstAsync("SELECT COUNT(*) FROM ParkedMessage"), Is.Zero);
    }

    private static string Table(string kind) => $"编号,标题,{(kind == "needs" ? "最低成熟度" : "成熟度")}\n" + string.Concat(Enumerable.Range(1, Rows).Select(Row));

    private static string Row(int i) => IsRepeated(i) ? Row(i - 1) : $"K-{i},{Words.Unique(i)},{(IsBad(i) ? 99 : 5)}\n";

    private static bool IsBad(int i) => i % 10 == 0;

    private static bool IsRepeated(int i) => i % 100 == 55;
}
