using static TechBroker.IntegrationTests.Api.Support.Calls;

namespace TechBroker.IntegrationTests.Engagements;

/// <summary>What somebody may not see gets the answer of what is not there.</summary>
internal sealed class EngagementSecrecyTests : EngagementFixture
{
    [Test]
    public async Task Post_PrivateNeedByAProvider_IsExactlyLikeAnAbsentOne()
    {
        var (listing, hidden, draft, absent) = (await ListingAsync(), await NeedAsync("private"), (await PostAsync(Needs, new { title = "草稿", organisationId = Enterprise })).Id, Guid.NewGuid());

        string Neutral(Api.Support.Reply reply, Guid id)
        {
            var trace = reply.IsProblem(404, "need-not-found").Json.GetProperty("traceId").GetString()!;
            return reply.Text.Replace(id.ToString(), "ID", StringComparison.Ordinal).Replace(trace, "", StringComparison.Ordinal);
        }

        var expected = Neutral(await Provider.PostAsync(Engagements, new { listingId = listing, needId = absent }), absent);
        Assert.That(Neutral(await Provider.PostAsync(Engagements, new { listingId = listing, needId = hidden }), hidden), Is.EqualTo(expected));
        Assert.That(Neutral(await Provider.PostAsync(Engagements, new { listingId = listing, needId = draft }), draft), Is.EqualTo(expected));

        await LogAsync(listing, hidden);
        Assert.That(Neutral(await Provider.PostAsync(Engagements, new { listingId = listing, needId = hidden }), hidden), Is.EqualTo(expected), "a live engagement on it shows neither");
    }

    [Test]
    public async Task PrivateNeed_BeforeItsIntroduction_IsNoEngagementForTheListingsSide()
    {
        var path = await MutualAsync(await NeedAsync("private"));

        (await Provider.GetAsync(path)).IsProblem(404, "engagement-not-found");
        (await Provider.GetAsync($"{path}/log")).IsProblem(404, "engagement-not-found");
        (await Provider.PostAsync($"{path}/decline", new { reason = "price" })).IsProblem(404, "engagement-not-found");
        Assert.That((await Provider.GetAsync(Engagements)).Items, Is.Empty);
        Assert.That((await Seeker.GetAsync(Engagements)).Items, Has.Length.EqualTo(1));

        (await Manager.PostAsync($"{path}/introduce")).Succeeds();
        Assert.That((await Provider.GetAsync(path)).Succeeds().Text, Does.Contain(Secret));
        Assert.That((await Provider.GetAsync(Engagements)).Items, Has.Length.EqualTo(1));
    }

    [TestCase("GET", "")]
    [TestCase("GET", "/log")]
    [TestCase("POST", "/interest")]
    [TestCase("POST", "/introduce")]
    public async Task Any_OfAStranger_IsNotFound(string method, string below)
    {
        var path = await MutualAsync();
        var stranger = await Actor.OfAsync(Server, "provider", await OrganisationAsync("university"));

        (method == "GET" ? await stranger.GetAsync(path + below) : await stranger.PostAsync(path + below)).IsProblem(404, "engagement-not-found");
        Assert.That((await stranger.GetAsync(Engagements)).Items, Is.Empty);
    }

    [Test]
    public async Task Post_OfAStrangersPair_IsRefused()
    {
        var stranger = await Actor.OfAsync(Server, "provider", await OrganisationAsync("university"));

        (await stranger.PostAsync(Engagements, new { listingId = await ListingAsync(), needId = await NeedAsync() })).IsProblem(403, "not-allowed");
    }

    [TestCase("introduce", null)]
    [TestCase("close", "price")]
    public async Task ManagersStep_ByAParty_IsRefused(string step, string? reason)
    {
        var path = await MutualAsync();

        (await Provider.PostAsync($"{path}/{step}", reason is null ? null : new { reason })).IsProblem(403, "not-allowed");
        (await Seeker.PostAsync($"{path}/hand-over", new { managerId = Colleague.Id })).IsProblem(403, "not-allowed");
    }

    [Test]
    public async Task List_ByStateAndPage_ShowsEachItsOwn()
    {
        var paths = new[] { await LogAsync(), await MutualAsync(), await LogAsync() };

        Assert.Multiple(async () =>
        {
            Assert.That((await Manager.GetAsync($"{Engagements}?state=mutual")).Ids.Select(i => $"{Engagements}/{i}"), Is.EqualTo(new[] { paths[1] }));
            Assert.That((await Manager.GetAsync($"{Engagements}?limit=200")).Ids.Select(i => $"{Engagements}/{i}"), Is.EqualTo(paths.Reverse()));
            Assert.That((await Colleague.GetAsync($"{Engagements}?limit=200")).Ids.Select(i => $"{Engagements}/{i}"), Has.None.AnyOf(paths));
            Assert.That((await Organiser.GetAsync($"{Engagements}?limit=200")).Ids.Select(i => $"{Engagements}/{i}"), Is.SupersetOf(paths));
            (await Manager.GetAsync($"{Engagements}?state=finished")).Breaks("state");
        });
        var first = (await Provider.GetAsync($"{Engagements}?limit=2")).Succeeds();
        var rest = (await Provider.GetAsync($"{Engagements}?limit=2&cursor={first.Json.GetProperty("next").GetString()}")).Succeeds();
        Assert.That(first.Ids.Concat(rest.Ids).Select(i => $"{Engagements}/{i}"), Is.EqualTo(paths.Reverse()));
    }
}
