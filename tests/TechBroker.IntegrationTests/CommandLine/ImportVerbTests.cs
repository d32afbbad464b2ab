using TechBroker.IntegrationTests.CommandLine.Support;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.CommandLine;

/// <summary>techbroker import, on a folder that nobody serves.</summary>
internal sealed class ImportVerbTests
{
    private const string Listings = "编号,成果名称,关键词\nL-1,质子交换膜电解槽,电解槽；绿氢\nL-2,裸眼光场显示屏,光场\n";
    private const string Needs = "{\"id\":\"N-1\",\"title\":\"寻求质子交换膜电解槽\"}\n{\"id\":\"N-2\",\"title\":\"寻求光场显示屏\"}\n";

    private Scratch files = null!;

    private string Data => files.Path("data");

    [SetUp]
    public void SetUp() => files = new Scratch();

    [TearDown]
    public void TearDown() => files.Dispose();

    [Test]
    public async Task Import_BothKinds_LeavesThemMatchedAndAgainUnchanged()
    {
        var (listings, needs) = (files.Write("listings.csv", Listings), files.Write("needs.jsonl", Needs));

        var first = (await Techbroker.RunAsync("import", "--kind", "listings", listings, "--data", Data, "--language", "en")).Succeeds();
        var second = (await Techbroker.RunAsync("import", "--kind", "needs", needs, "--data", Data)).Succeeds();
        var again = (await Techbroker.RunAsync("import", "--kind", "listings", listings, "--data", Data, "--language", "en")).Succeeds();

        Assert.Multiple(() =>
        {
            Assert.That(first.Out, Does.Match(@"^2 rows in [0-9.]+ s: 2 new, 0 changed, 0 unchanged, 0 rejected\.\s+Matched [0-9.]+ s later\.\s*$"));
            Assert.That(second.Out, Does.Match("^共 2 行，用时 [0-9.]+ 秒：新增 2，更新 0，未变 0，未导入 0。\\s+匹配完成，又用 [0-9.]+ 秒。\\s*$"));
            Assert.That(again.Out, Does.Contain("0 new, 0 changed, 2 unchanged, 0 rejected"));
            Assert.That(first.Error + second.Error + again.Error, Is.Empty);
        });
        await using var data = DataFolder.Open(Data);
        Assert.That(await data.FirstAsync("SELECT COUNT(*) FROM Listing WHERE State = 'published' AND Revision = 1"), Is.EqualTo(2));
        Assert.That(await data.FirstAsync("SELECT COUNT(*) FROM Need WHERE State = 'published'"), Is.EqualTo(2));
        Assert.That(
            await data.ListAsync<string>("SELECT n.ExternalRef || ' ' || l.ExternalRef FROM Match m JOIN Need n ON n.Id = m.NeedId JOIN Listing l ON l.Id = m.ListingId ORDER BY m.Score DESC"),
            Is.SupersetOf(new[] { "N-1 L-1", "N-2 L-2" }));
        Assert.That(await data.FirstAsync("SELECT COUNT(*) FROM Outbox"), Is.Zero);
    }

    [Test]
    public async Task Import_DryRun_CountsAndWritesNothing()
    {
        var run = (await Techbroker.RunAsync("import", "--kind", "listings", files.Write("l.csv", Listings), "--data", Data, "--dry-run", "--language", "en")).Succeeds();

        Assert.That(run.Out, Does.Contain("2 rows checked (dry run, nothing written)").And.Contain("2 new").And.Not.Contain("Matched"));
        await using var data = DataFolder.Open(Data);
        Assert.That(await data.FirstAsync("SELECT (SELECT COUNT(*) FROM Listing) + (SELECT COUNT(*) FROM Outbox) + (SELECT Value FROM Counter WHERE Name = 'market')"), Is.Zero);
    }

    [Test]
    public async Task Import_BadRows_ArePrintedAndWrittenToBeMended()
    {
        var file = files.Write("l.csv", "成果名称,成熟度\n好成果,6\n坏成果,66\n");
        var rejected = files.Path("bad.csv");

        var run = (await Techbroker.RunAsync("import", "--kind", "listings", file, "--data", Data, "--rejected", rejected, "--language", "en")).Succeeds();

        Assert.That(run.Error, Does.StartWith("row 3 error: Column \"成熟度\":"));
        Assert.That(run.Out, Does.Contain("1 new, 0 changed, 0 unchanged, 1 rejected").And.Contain(rejected));
        var mended = files.Write("mended.csv", File.ReadAllText(rejected).Replace(",66,", ",6,", StringComparison.Ordinal));
        (await Techbroker.RunAsync("import", "--kind", "listings", mended, "--data", Data)).Succeeds();
        await using var data = DataFolder.Open(Data);
        Assert.That(await data.ListAsync<string>("SELECT Title FROM Listing ORDER BY Title"), Is.EquivalentTo(new[] { "好成果", "坏成果" }));
    }

    [Test]
    public async Task Import_NothingButBadRows_Fails()
    {
        var run = await Techbroker.RunAsync(
            "import", "--kind", "listings", files.Write("l.csv", "标题,成熟度\n坏成果,66\n"), "--data", Data, "--rejected", files.Path("bad.csv"));

        Assert.That(run.Code, Is.EqualTo(1), run.Out + run.Error);
        Assert.That(File.Exists(files.Path("bad.csv")), Is.True);
    }

    [Test]
    public async Task Import_RejectedIntoAMissingFolder_IsRefusedBeforeAnythingIsImported()
    {
        var file = files.Write("l.csv", "标题,成熟度\n好成果,6\n坏成果,66\n");

        (await Techbroker.RunAsync("import", "--kind", "listings", file, "--data", Data, "--rejected", files.Path("no/where/bad.csv"))).Refuses(2, "--rejected", "no/where");

        Assert.That(Directory.Exists(Data), Is.False);
    }

    [Test]
    public async Task Import_UnreadableFile_FailsWithItsReason()
    {
        (await Techbroker.RunAsync("import", "--kind", "listings", files.Write("people.csv", "姓名,电话\n张三,1\n"), "--data", Data, "--language", "en"))
            .Refuses(1, "people.csv", "No column holds the title");
    }

    [Test]
    public async Task Import_DraftForAnOrganisationThatIsNot_IsRefused()
    {
        var file = files.Write("l.csv", Listings);

        (await Techbroker.RunAsync("import", "--kind", "listings", file, "--data", Data, "--organisation", $"{Guid.NewGuid()}")).Refuses(2, "--organisation");
        (await Techbroker.RunAsync("import", "--kind", "listings", file, "--data", Data, "--draft")).Succeeds();

        await using var data = DataFolder.Open(Data);
        Assert.That(await data.ListAsync<string>("SELECT DISTINCT State FROM Listing"), Is.EqualTo(new[] { "draft" }));
    }
}
