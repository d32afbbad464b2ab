using System.Text.Json;
using TechBroker.Composition;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Engagements;
using static TechBroker.IntegrationTests.Api.Support.Calls;

namespace TechBroker.IntegrationTests.Api;

/// <summary>GET …/matches/…/why: on a server that scores nothing itself, so that all of it comes from the index that also searches.</summary>
internal sealed class WhyTests : OnOneServer
{
    private Actor Provider { get; set; } = null!;

    [OneTimeSetUp]
    public async Task AddProviderAsync() => Provider = await Actor.OfAsync(Server, "provider");

    [Test]
    public async Task Why_OfALowerPair_TellsItsPlaceAndWhatTheBestHasOverIt()
    {
        var best = await Server.PostListingAsync("相控阵卫星通信终端", new { keywords = new[] { "相控阵天线" } });
        var lower = await Server.PostListingAsync("卫星遥感影像处理平台");
        var need = await Server.PostNeedAsync("寻求相控阵卫星通信终端", new { keywords = new[] { "相控阵天线" } });

        var (why, first) = (await WhyAsync(Needs, need, lower), await WhyAsync(Needs, need, best));

        Assert.Multiple(() =>
        {
            Assert.That((why.GetProperty("rank").GetInt32(), why.GetProperty("of").GetInt32()), Is.EqualTo((2, 2)));
            Assert.That((why.GetProperty("listingId").GetGuid(), why.GetProperty("needId").GetGuid()), Is.EqualTo((lower, need)));
            Assert.That(SumOf(why), Is.EqualTo(why.GetProperty("score").GetDouble()).Within(1e-9));
            Assert.That(why.GetProperty("best").GetProperty("listingId").GetGuid(), Is.EqualTo(best));
            Assert.That(why.GetProperty("best").GetProperty("score").GetDouble(), Is.EqualTo(first.GetProperty("score").GetDouble()));
            Assert.That(why.GetProperty("best").GetProperty("scorer").GetString(), Is.EqualTo("text"));
            Assert.That(why.GetProperty("best").GetProperty("behind").GetDouble(), Is.Positive);
            Assert.That(first.GetProperty("rank").GetInt32(), Is.EqualTo(1));
            Assert.That(first.GetProperty("best").ValueKind, Is.EqualTo(JsonValueKind.Null));
        });
    }

    [Test]
    public async Task Why_OfWhatSharesNothing_IsRankedNowhere()
    {
        var listing = await Server.PostListingAsync("zqxv wvut");
        var need = await Server.PostNeedAsync("kjhg mnbp");

        var why = await WhyAsync(Needs, need, listing);

        Assert.That(why.GetProperty("rank").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(why.GetProperty("level").GetInt32(), Is.EqualTo(1));
    }

    [Test]
    public async Task Why_OfAnExcludedPair_NamesTheConditionInTheCallersLanguage()
    {
        var listing = await Server.PostListingAsync("抗辐照加固处理器", new { askingPrice = new { currency = "CNY", minorUnits = 9_000_000_000L } });
        var need = await Server.PostNeedAsync("抗辐照加固处理器", new { budget = new { currency = "CNY", minorUnits = 100_000L } });

        var (english, chinese) = (await WhyAsync(Needs, need, listing), (await GetAsync($"{Needs}/{need}/matches/{listing}/why", ("Accept-Language", "zh-CN"))).Succeeds().Json);

        Assert.Multiple(() =>
        {
            Assert.That(english.GetProperty("excluded").GetString(), Does.Contain("budget"));
            Assert.That(chinese.GetProperty("excluded").GetString(), Does.Contain("预算"));
            Assert.That(english.GetProperty("rank").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(english.GetProperty("score").GetDouble(), Is.Zero);
        });
    }

    [Test]
    public async Task Why_FromBothSides_GivesTheSameScoreAndReasons()
    {
        var listing = await Server.PostListingAsync("低温烧结银浆");
        var need = await Server.PostNeedAsync("寻求低温烧结银浆");

        var (ofNeed, ofListing) = (await WhyAsync(Needs, need, listing), await WhyAsync(Listings, listing, need));

        foreach (var name in new[] { "score", "level", "reasons", "rank", "engineVersion" })
        {
            Assert.That(ofListing.GetProperty(name).GetRawText(), Is.EqualTo(ofNeed.GetProperty(name).GetRawText()), name);
        }
    }

    [Test]
    public async Task Why_OfWhatIsNotOnTheMarket_IsRefused()
    {
        var (listing, draft) = (await Server.PostListingAsync("深海采矿机器人"), await Server.PostNeedAsync("深海采矿机器人", new { publish = false }));

        (await GetAsync($"{Needs}/{draft}/matches/{listing}/why")).IsProblem(409, "pair-not-matched");
        (await GetAsync($"{Needs}/{draft}/matches/{Guid.NewGuid()}/why")).IsProblem(404, "listing-not-found");
        (await GetAsync($"{Listings}/{listing}/matches/{Guid.NewGuid()}/why")).IsProblem(404, "need-not-found");
    }

    [Test]
    public async Task Why_OfAnothersDraftListing_IsTheAnswerForNone()
    {
        var seeker = await Actor.OfAsync(Server, "seeker");
        var need = (await seeker.PostAsync(Needs, new { title = "水下滑翔机", publish = true })).Succeeds(201).Id;
        var (draft, none) = (await Server.PostListingAsync("水下滑翔机", new { publish = false }), Guid.NewGuid());

        var (hidden, absent) = (await seeker.GetAsync($"{Needs}/{need}/matches/{draft}/why"), await seeker.GetAsync($"{Needs}/{need}/matches/{none}/why"));

        hidden.IsProblem(404, "listing-not-found");
        Assert.That(Untraced(hidden, draft), Is.EqualTo(Untraced(absent, none)));
    }

    [TestCase("blind")]
    [TestCase("private")]
    public async Task Why_OfAHiddenNeed_IsForItsOwnerAndStaffAndChangesNothingForOthers(string visibility)
    {
        var word = visibility == "blind" ? "钙钛矿叠层电池" : "液态金属热界面材料";
        var listing = (await Provider.PostAsync(Listings, new { title = word, publish = true })).Succeeds(201).Id;
        var open = await Server.PostNeedAsync($"寻求{word}的替代方案");
        var before = (await Provider.GetAsync($"{Listings}/{listing}/matches/{open}/why")).Succeeds();

        var need = await Server.PostNeedAsync(word, new { visibility, blindSummary = "某企业求购" });
        var none = Guid.NewGuid();
        var (after, hidden, absent) = (
            await Provider.GetAsync($"{Listings}/{listing}/matches/{open}/why"),
            await Provider.GetAsync($"{Listings}/{listing}/matches/{need}/why"),
            await Provider.GetAsync($"{Listings}/{listing}/matches/{none}/why"));

        Assert.That(after.Text, Is.EqualTo(before.Text), "nobody feels it");
        hidden.IsProblem(404, "need-not-found");
        Assert.That(Untraced(hidden, need), Is.EqualTo(Untraced(absent, none)));

        // To the centre's people it is there, ahead of the open one, and whoever reads of it leaves a trace.
        var (first, second) = (await WhyAsync(Listings, listing, need), await WhyAsync(Listings, listing, open));
        Assert.That((first.GetProperty("rank").GetInt32(), second.GetProperty("rank").GetInt32()), Is.EqualTo((1, 2)));
        Assert.That(second.GetProperty("best").GetProperty("needId").GetGuid(), Is.EqualTo(need));
        Assert.That(await ReadingsAsync(need), Is.Zero, "it is the poster who asked");
        (await (await Actor.OfAsync(Server, "manager")).GetAsync($"{Listings}/{listing}/matches/{need}/why")).Succeeds();
        Assert.That(await ReadingsAsync(need), Is.EqualTo(1));
    }

    protected override void Configure(Settings settings) => settings.Workers.Enabled = false;

    private async Task<JsonElement> WhyAsync(string resource, Guid asking, Guid other) => (await GetAsync($"{resource}/{asking}/matches/{other}/why")).Succeeds().Json;

    private Task<int> ReadingsAsync(Guid need) => Server.Database.ReadAsync(
        s => s.FirstAsync<int>("SELECT COUNT(*) FROM AuditEntry WHERE Action = 'need.read' AND SubjectId = @need", new { need }), CancellationToken.None);

    private static double SumOf(JsonElement why) => why.GetProperty("reasons").EnumerateArray().Sum(r => r.GetProperty("score").GetDouble());

    private static string Untraced(Reply reply, Guid id) =>
        reply.Text.Replace(id.ToString(), "ID", StringComparison.Ordinal).Replace(reply.Json.GetProperty("traceId").GetString()!, "TRACE", StringComparison.Ordinal);
}
