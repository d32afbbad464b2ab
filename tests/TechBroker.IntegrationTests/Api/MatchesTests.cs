using System.Text.Json;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.Support;
using static TechBroker.IntegrationTests.Api.Support.Calls;

namespace TechBroker.IntegrationTests.Api;

internal sealed class MatchesTests : OnOneServer
{
    [Test]
    public async Task Matches_OfBothSides_ShowTheSamePair()
    {
        var listing = await Server.PostListingAsync("卫星通信相控阵终端", new { keywords = new[] { "相控阵天线" } });
        var need = await Server.PostNeedAsync("寻求卫星通信相控阵终端");

        var ofNeed = await FirstAsync($"{Needs}/{need}/matches");
        var ofListing = await FirstAsync($"{Listings}/{listing}/matches");

        Assert.Multiple(() =>
        {
            Assert.That(ofListing.GetRawText(), Is.EqualTo(ofNeed.GetRawText()), "an open need has nothing to hide");
            Assert.That(ofNeed.GetProperty("listingId").GetGuid(), Is.EqualTo(listing));
            Assert.That(ofNeed.GetProperty("needId").GetGuid(), Is.EqualTo(need));
            Assert.That(ofNeed.GetProperty("listingTitle").GetString(), Is.EqualTo("卫星通信相控阵终端"));
            Assert.That(ofNeed.GetProperty("needTitle").GetString(), Is.EqualTo("寻求卫星通信相控阵终端"));
            Assert.That(ofNeed.GetProperty("level").GetInt32(), Is.InRange(1, 4));
            Assert.That(ofNeed.GetProperty("engineVersion").GetString(), Is.Not.Empty);
            Assert.That(
                ofNeed.GetProperty("reasons").EnumerateArray().Sum(r => r.GetProperty("score").GetDouble()),
                Is.EqualTo(ofNeed.GetProperty("score").GetDouble()).Within(1e-9));
        });
    }

    [Test]
    public async Task Reasons_WithoutLanguage_AreChinese()
    {
        await Server.PostListingAsync("光场显示模组");
        var path = $"{Needs}/{await Server.PostNeedAsync("光场显示模组需求")}/matches";
        await FirstAsync(path);

        string ReasonOf(Reply reply) => reply.Items[0].GetProperty("reasons")[0].GetProperty("text").GetString()!;
        var (chinese, english) = (ReasonOf(await GetAsync(path, ("Accept-Language", "zh-CN"))), ReasonOf(await GetAsync(path)));

        Assert.That(chinese, Is.Not.EqualTo(english));
        Assert.That(chinese[0], Is.InRange('\u4E00', '\u9FFF'));
    }

    [Test]
    public async Task Matches_Pages_AreBestFirstAndCoverEveryPairOnce()
    {
        var listing = await Server.PostListingAsync("biomanufacturing of chitosan", new { keywords = new[] { "chitosan" } });
        for (var i = 0; i < 7; i++)
        {
            await Server.PostNeedAsync($"chitosan {string.Join(' ', Enumerable.Range(0, i).Select(n => $"other{n}"))}");
        }

        var path = $"{Listings}/{listing}/matches";
        await Eventually.BecomesAsync(async () => (await GetAsync(path)).Items.Length == 7, "seven matches");

        var all = (await GetAsync(path)).Items;
        var paged = await Server.AllIdsAsync(path, 2);
        Assert.Multiple(() =>
        {
            Assert.That(paged, Is.EqualTo(all.Select(m => m.GetProperty("id").GetGuid())).And.Unique);
            Assert.That(all.Select(m => m.GetProperty("score").GetDouble()), Is.Ordered.Descending);
        });
    }

    [Test]
    public async Task Matches_ListingThatComesLast_StandsWithEveryNeedThatItAnswersWell()
    {
        // Three times as many as are stored as the listing's own best.
        var needs = new List<Guid>();
        for (var i = 0; i < 30; i++)
        {
            needs.Add(await Server.PostNeedAsync($"榫卯斗拱彩绘 {i}号", new { keywords = new[] { "榫卯", "斗拱", "彩绘" } }));
        }

        var listing = await Server.PostListingAsync("榫卯斗拱彩绘", new { keywords = new[] { "榫卯", "斗拱", "彩绘" } });
        await Eventually.BecomesAsync(async () => (await GetAsync($"{Listings}/{listing}/matches?limit=200")).Items.Length >= needs.Count, "a match with each need");

        foreach (var need in needs)
        {
            Assert.That((await GetAsync($"{Needs}/{need}/matches")).Items.Select(m => m.GetProperty("listingId").GetGuid()), Has.Some.EqualTo(listing));
        }
    }

    [Test]
    public async Task Matches_MinLevel_LeavesTheLowerOnesOut()
    {
        var listing = await Server.PostListingAsync("核聚变超导磁体", new { keywords = new[] { "核聚变", "超导磁体" }, description = "高温超导带材绕制。" });
        await Server.PostNeedAsync("核聚变超导磁体", new { keywords = new[] { "核聚变", "超导磁体" }, description = "高温超导带材绕制。" });
        await Server.PostNeedAsync("水处理用膜，与磁体一词沾边", new { description = "反渗透膜的清洗与再生，用于市政污水。" });
        var path = $"{Listings}/{listing}/matches";
        await Eventually.BecomesAsync(async () => (await GetAsync(path)).Items.Length == 2, "two matches");

        for (var level = 1; level <= 4; level++)
        {
            var levels = (await GetAsync(path)).Items.Select(m => m.GetProperty("level").GetInt32()).ToList();
            var kept = (await GetAsync($"{path}?minLevel={level}")).Items.Select(m => m.GetProperty("level").GetInt32());
            Assert.That(kept, Is.EqualTo(levels.Where(l => l >= level)));
        }

        (await GetAsync($"{path}?minLevel=5&limit=0")).Breaks("minLevel", "limit");
    }

    [Test]
    public async Task Withdrawn_Listing_VanishesAtOnceFromSearchAndMatches()
    {
        var listing = await Server.PostListingAsync("基因编辑羊驼绒");
        var need = await Server.PostNeedAsync("基因编辑羊驼绒");
        await FirstAsync($"{Needs}/{need}/matches");
        Assert.That((await GetAsync($"{Listings}?q=羊驼绒")).Ids, Is.EqualTo(new[] { listing }));

        (await PostAsync($"{Listings}/{listing}/withdraw", null)).Succeeds();

        Assert.Multiple(async () =>
        {
            Assert.That((await GetAsync($"{Listings}?q=羊驼绒")).Ids, Is.Empty);
            Assert.That((await GetAsync($"{Listings}?limit=200")).Ids, Has.None.EqualTo(listing));
            Assert.That((await GetAsync($"{Needs}/{need}/matches")).Items, Is.Empty);
            Assert.That((await GetAsync($"{Listings}/{listing}/matches")).Items, Is.Empty);
            Assert.That((await GetAsync($"{Listings}?state=withdrawn")).Ids, Has.Some.EqualTo(listing), "the text stays for audit");
        });
    }

    [Test]
    public async Task Revised_Need_IsMatchedAnew()
    {
        var listing = await Server.PostListingAsync("graphene aerogel");
        var posted = (await PostAsync(Needs, new { title = "zxqvw yyxkq", publish = true })).Succeeds(201);
        await Server.DrainAsync();
        Assert.That((await GetAsync($"{Needs}/{posted.Id}/matches")).Items, Is.Empty);

        (await PutAsync($"{Needs}/{posted.Id}", new { title = "graphene aerogel wanted" }, ("If-Match", posted.ETag))).Succeeds();

        var match = await FirstAsync($"{Needs}/{posted.Id}/matches");
        Assert.That((match.GetProperty("listingId").GetGuid(), match.GetProperty("needRevision").GetInt32()), Is.EqualTo((listing, 2)));
    }

    private async Task<JsonElement> FirstAsync(string path)
    {
        await Eventually.BecomesAsync(async () => (await GetAsync(path)).Items.Length > 0, $"a match at {path}");
        return (await GetAsync(path)).Items[0];
    }
}
