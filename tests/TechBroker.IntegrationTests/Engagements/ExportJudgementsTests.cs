using System.Text.Json;
using TechBroker.Domain.Engagements;
using TechBroker.IntegrationTests.CommandLine.Support;
using TechBroker.IntegrationTests.Storage;
using TechBroker.Storage.Engagements;
using static TechBroker.IntegrationTests.Api.Support.Calls;

namespace TechBroker.IntegrationTests.Engagements;

/// <summary>techbroker export beside a running server: engagements over HTTP become judged pairs that fit and evaluate read.</summary>
internal sealed class ExportJudgementsTests : EngagementFixture
{
    private Scratch files = null!;

    private string Judgements => files.Path("judgements.tsv");

    [SetUp]
    public void NewFolder() => files = new Scratch();

    [TearDown]
    public void RemoveFolder() => files.Dispose();

    [Test]
    public async Task Export_EngagementsInManyStates_BecomeLevelsThatFitAndEvaluateAccept()
    {
        var (proposed, interested, introduced, negotiating, signed) = (await OpenNeedAsync(), await OpenNeedAsync(), await OpenNeedAsync(), await OpenNeedAsync(), await OpenNeedAsync());
        var (immature, dear, secret) = (await OpenNeedAsync(), await OpenNeedAsync(), await NeedAsync("private"));
        await LogAsync(needId: proposed);
        (await Seeker.PostAsync($"{await LogAsync(needId: interested)}/interest")).Succeeds();
        (await Manager.PostAsync($"{await MutualAsync(introduced)}/introduce")).Succeeds();
        await GoOnAsync(await MutualAsync(negotiating), sign: false);
        await GoOnAsync(await MutualAsync(signed), sign: true);
        (await Seeker.PostAsync($"{await MutualAsync(immature)}/decline", new { reason = "maturity" })).Succeeds();
        (await Seeker.PostAsync($"{await LogAsync(needId: dear)}/decline", new { reason = "price", note = "机密金额" })).Succeeds();
        await MutualAsync(secret);

        var run = await ExportAsync("--pairs", files.Path("pairs"), "--reasons", files.Path("reasons.tsv"));

        var levels = LevelsByNeed();
        Assert.Multiple(() =>
        {
            Assert.That(
                new[] { proposed, interested, introduced, negotiating, signed, immature, dear, secret }.Select(n => levels.GetValueOrDefault(n)),
                Is.EqualTo(new[] { 0, 3, 3, 4, 4, 2, 0, 0 }));
            Assert.That(File.ReadLines(Judgements).First(), Is.EqualTo("needId\tlistingId\tlevel\tfold"));
            Assert.That(run.Out, Does.Contain("left out: 1 of hidden needs"));
            Assert.That(File.ReadAllText(files.Path("reasons.tsv")), Does.Contain($"{dear}\t").And.Contain("\tneed\tprice\n").And.Contain("\tneed\tmaturity\n").And.Not.Contain("机密"));
            foreach (var file in Directory.GetFiles(files.Path(""), "*", SearchOption.AllDirectories))
            {
                Assert.That(File.ReadAllText(file), Does.Not.Contain(Secret).And.Not.Contain(secret.ToString()), file);
                Assert.That(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite), file);
            }
        });
        string[] pairs = ["--needs", files.Path("pairs/needs.jsonl"), "--listings", files.Path("pairs/listings.jsonl"), "--judgements", Judgements];
        (await Techbroker.RunAsync(["fit", .. pairs, "--out", files.Path("fitted.json")])).Succeeds();
        var figures = JsonElement.Parse((await Techbroker.RunAsync(["evaluate", .. pairs, "--train", Judgements, "--format", "json"])).Succeeds().Out);
        Assert.That(figures.GetProperty("pairs").GetInt32(), Is.EqualTo(levels.Count));
    }

    [Test]
    public async Task Export_HiddenNeed_OnlyWhereTheOperatorAsksForIt()
    {
        var need = await NeedAsync("blind");
        await MutualAsync(need);

        await ExportAsync("--pairs", files.Path("pairs"));
        Assert.That(File.ReadAllText(Judgements) + File.ReadAllText(files.Path("pairs/needs.jsonl")), Does.Not.Contain(need.ToString()));
        await ExportAsync("--pairs", files.Path("pairs"), "--include-hidden");

        Assert.That(LevelsByNeed()[need], Is.EqualTo(3));
        Assert.That(File.ReadAllText(files.Path("pairs/needs.jsonl")), Does.Contain(need.ToString()).And.Contain(Secret));
        var audit = (await GetAsync("/api/v1/audit?action=judgements.exported")).Items;
        Assert.That(audit, Has.Length.GreaterThanOrEqualTo(2));
        Assert.That(audit[0].GetRawText(), Does.Contain("includeHidden").And.Not.Contain(need.ToString()));
    }

    [Test]
    public async Task Export_WithdrawnItemAndPersonWhoObjects_AreLeftOut()
    {
        var withdrawn = await OpenNeedAsync();
        await MutualAsync(withdrawn);
        (await PostAsync($"{Needs}/{withdrawn}/withdraw", null)).Succeeds();
        var person = await Actor.OfAsync(Server, "seeker");
        var own = (await person.PostAsync(Needs, new { title = "低温磁体", publish = true })).Succeeds(201).Id;
        await MutualAsync(own);
        await ExportAsync();
        Assert.That(LevelsByNeed(), Does.ContainKey(own).And.Not.ContainKey(withdrawn));

        (await person.PostAsync("/api/v1/me/matching-objection", new { objects = true })).Succeeds();
        var run = await ExportAsync("--reasons", files.Path("reasons.tsv"));

        Assert.That(LevelsByNeed(), Does.Not.ContainKey(own));
        Assert.That(run.Out, Does.Contain("1 of people who object"));
    }

    [Test]
    public async Task Export_Twice_WritesTheSameBytes()
    {
        await MutualAsync(await OpenNeedAsync());
        await ExportAsync("--pairs", files.Path("pairs"), "--reasons", files.Path("reasons.tsv"));
        var first = Directory.GetFiles(files.Path(""), "*", SearchOption.AllDirectories).ToDictionary(f => f, File.ReadAllBytes);

        await ExportAsync("--pairs", files.Path("pairs"), "--reasons", files.Path("reasons.tsv"));

        Assert.That(first, Has.Count.EqualTo(4));
        Assert.That(first.Keys.Select(File.ReadAllBytes), Is.EqualTo(first.Values));
    }

    [Test]
    public async Task Export_Since_LeavesOutWhatWasDoneBefore()
    {
        await MutualAsync(await OpenNeedAsync());

        await ExportAsync("--since", $"{DateTime.UtcNow.AddDays(2):yyyy-MM-dd}");
        Assert.That(LevelsByNeed(), Is.Empty);
        await ExportAsync("--since", $"{DateTime.UtcNow.AddDays(-2):yyyy-MM-dd}");
        Assert.That(LevelsByNeed(), Is.Not.Empty);
    }

    [Test]
    public async Task Export_ListingsAndNeeds_ReadBackAsTheyWere()
    {
        var (open, hidden, listing) = (await OpenNeedAsync(), await NeedAsync("private"), await ListingAsync());
        var draft = (await PostAsync(Listings, new { title = "草稿" })).Succeeds(201).Id;

        (await Techbroker.RunAsync("export", "needs", "--data", Server.DataDirectory, "--out", files.Path("n.jsonl"))).Succeeds();
        (await Techbroker.RunAsync("export", "listings", "--data", Server.DataDirectory, "--out", files.Path("l.jsonl"))).Succeeds();

        Assert.That(File.ReadAllText(files.Path("n.jsonl")), Does.Contain(open.ToString()).And.Not.Contain(hidden.ToString()).And.Not.Contain(Secret));
        Assert.That(File.ReadAllText(files.Path("l.jsonl")), Does.Contain(listing.ToString()).And.Not.Contain(draft.ToString()));
        (await Techbroker.RunAsync("match", "--needs", files.Path("n.jsonl"), "--listings", files.Path("l.jsonl"))).Succeeds();
        (await Techbroker.RunAsync("export", "listings", "--all", "--data", Server.DataDirectory, "--out", files.Path("l.jsonl"))).Succeeds();
        Assert.That(File.ReadAllText(files.Path("l.jsonl")), Does.Contain(draft.ToString()));
    }

    [Test]
    public async Task Export_WhereThereIsNoDatabase_MakesNone()
    {
        (await Techbroker.RunAsync("export", "judgements", "--data", files.Path("nowhere"), "--out", Judgements)).Refuses(1, "--data");
        (await Techbroker.RunAsync("export", "judgements", "--data", Server.DataDirectory, "--out", files.Path("no/where.tsv"))).Refuses(2, "--out");

        Assert.That(Directory.Exists(files.Path("nowhere")), Is.False);
    }

    private async Task<Guid> OpenNeedAsync() =>
        (await PostAsync(Needs, new { title = "低温超导磁体", organisationId = Enterprise, publish = true })).Succeeds(201).Id;

    private async Task<Techbroker> ExportAsync(params string[] more) =>
        (await Techbroker.RunAsync(["export", "judgements", "--data", Server.DataDirectory, "--out", Judgements, "--language", "en", .. more])).Succeeds();

    private Dictionary<Guid, int> LevelsByNeed() =>
        File.ReadLines(Judgements).Skip(1).Select(l => l.Split('\t')).ToDictionary(c => Guid.Parse(c[0]), c => int.Parse(c[2], null));

    /// <summary>Past the introduction, as the store keeps it.</summary>
    private async Task GoOnAsync(string path, bool sign)
    {
        (await Manager.PostAsync($"{path}/introduce")).Succeeds();
        var id = Guid.Parse(path.Split('/')[^1]);
        await Server.Database.WriteAsync(
            async session =>
            {
                var engagement = (await EngagementStore.FindAsync(session, id))!;
                var now = engagement.UpdatedAt.AddMinutes(1);
                engagement = engagement.Negotiate(PriceMode.Listed, now).Get();
                await EngagementStore.UpdateAsync(session, engagement, new(EngagementAction.Negotiate, Manager.Id, new() { PriceMode = PriceMode.Listed }));
                if (sign)
                {
                    engagement = engagement.Sign(DateOnly.FromDateTime(now.UtcDateTime), needsPublicity: false, now).Get();
                    await EngagementStore.UpdateAsync(session, engagement, new(EngagementAction.Sign, Manager.Id, EngagementDetails.None));
                }
            },
            CancellationToken.None);
    }
}
