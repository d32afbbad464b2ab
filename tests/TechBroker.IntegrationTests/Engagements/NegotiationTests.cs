using System.Text.Json;
using TechBroker.Domain.Engagements;
using TechBroker.IntegrationTests.Api.Support;

namespace TechBroker.IntegrationTests.Engagements;

/// <summary>From the introduction to the door of the contract: price, publicity, objections, memoranda.</summary>
internal sealed class NegotiationTests : EngagementFixture
{
    private const string Publicity = "/api/v1/publicity";
    private static readonly object Price = new { currency = "CNY", minorUnits = 1_200_000_00 };

    private static DateOnly Today => CentreDay.Of(DateTimeOffset.UtcNow);

    [Test]
    public async Task Publicity_OfANegotiatedPrice_IsOpenToAnyoneWithoutTheNeedsSide()
    {
        var path = await NegotiatingAsync(needId: await NeedAsync("private"));

        var publicised = (await Manager.PostAsync($"{path}/publicity", new { price = Price })).Succeeds();
        var open = await OpenAsync();

        var row = open.Items.Single(i => path.EndsWith(i.GetProperty("id").GetString()!, StringComparison.Ordinal));
        Assert.Multiple(() =>
        {
            Assert.That(StateOf(publicised), Is.EqualTo("publicity"));
            Assert.That(row.EnumerateObject().Select(p => p.Name), Is.EquivalentTo(new[] { "id", "listingId", "title", "organisationId", "organisation", "price", "from", "until" }));
            Assert.That((row.GetProperty("title").GetString(), row.GetProperty("organisationId").GetGuid()), Is.EqualTo(("低温超导磁体", University)));
            Assert.That(row.GetProperty("price").GetProperty("minorUnits").GetInt64(), Is.EqualTo(1_200_000_00));
            Assert.That((row.GetProperty("from").GetString(), row.GetProperty("until").GetString()), Is.EqualTo(($"{Today:yyyy-MM-dd}", $"{Today.AddDays(15):yyyy-MM-dd}")));
            Assert.That(open.Text, Does.Not.Contain(Secret[..4]).And.Not.Contain(Enterprise.ToString()).And.Not.Contain(Seeker.Id.ToString()).And.Not.Contain(Manager.Id.ToString()));
        });
        var seen = (await Provider.GetAsync(path)).Succeeds().Json;
        Assert.That((seen.GetProperty("priceMode").GetString(), seen.GetProperty("publicityUntil").GetString()), Is.EqualTo(("negotiated", $"{Today.AddDays(15):yyyy-MM-dd}")));
        (await Manager.PostAsync($"{path}/close", new { reason = "price" })).Succeeds();
        Assert.That((await OpenAsync()).Text, Does.Not.Contain(path.Split('/')[^1]));
    }

    [Test]
    public async Task Publicity_Pages_NewestFirstAndOnlyWhatRuns()
    {
        var paths = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            paths.Add(await NegotiatingAsync());
        }

        (await Manager.PostAsync($"{paths[0]}/publicity", new { price = Price })).Succeeds();
        (await Manager.PostAsync($"{paths[1]}/publicity", new { price = Price, days = 20 })).Succeeds();
        (await Manager.PostAsync($"{paths[2]}/publicity", new { price = Price, from = Today.AddDays(30) })).Succeeds();

        var ids = await Server.AllIdsAsync(Publicity, 1);

        Assert.That(ids, Is.Unique);
        Assert.That(paths.Select(p => ids.Contains(Guid.Parse(p.Split('/')[^1]))), Is.EqualTo(new[] { true, true, false }));
        (await GetAsync($"{Publicity}?limit=0&cursor=x")).Breaks("limit", "cursor");
    }

    [Test]
    public async Task Publicity_WrongTermsOrderOrPerson_IsRefused()
    {
        var path = await IntroducedAsync();
        (await Manager.PostAsync($"{path}/publicity", new { price = Price })).IsProblem(409, "engagement-wrong-state");
        (await Manager.PostAsync($"{path}/negotiate", new { priceMode = "auction" })).Succeeds();
        (await Manager.PostAsync($"{path}/publicity", new { price = Price })).IsProblem(422, "publicity-not-needed");
        (await Manager.PostAsync($"{path}/negotiate", new { priceMode = "negotiated" })).Succeeds();

        (await Manager.PostAsync($"{path}/publicity", new { days = 366 })).Breaks("price", "days");
        (await Manager.PostAsync($"{path}/publicity", new { price = new { currency = "RMB", minorUnits = -1 }, from = "明天" })).Breaks("price.currency", "price.minorUnits", "from");
        (await Manager.PostAsync($"{path}/publicity", new { price = Price, from = Today.AddDays(-1) })).IsProblem(422, "publicity-date");
        (await Manager.PostAsync($"{path}/publicity", new { price = Price, from = Today.AddDays(31) })).IsProblem(422, "publicity-date");
        (await Manager.PostAsync($"{path}/publicity", new { price = Price, days = 14 })).IsProblem(422, "publicity-too-short");
        (await Provider.PostAsync($"{path}/publicity", new { price = Price })).IsProblem(403, "not-allowed");
        (await Colleague.PostAsync($"{path}/publicity", new { price = Price })).IsProblem(422, "engagement-run-by-another");
        (await Manager.PostAsync($"{path}/publicity", new { price = Price, days = 15 })).Succeeds();
        (await Manager.PostAsync($"{path}/publicity", new { price = Price, days = 15 })).IsProblem(409, "engagement-wrong-state");
    }

    [Test]
    public async Task Objection_DuringPublicity_RestartsTheClockAndStaysWithTheCentre()
    {
        var path = await NegotiatingAsync();
        (await Manager.PostAsync($"{path}/objections", new { receivedOn = Today, text = "价格偏低" })).IsProblem(409, "engagement-wrong-state");
        (await Manager.PostAsync($"{path}/publicity", new { price = Price })).Succeeds();
        await Server.Database.WriteAsync(
            s => s.RunAsync(
                "UPDATE Engagement SET PublicityFrom = @from, PublicityUntil = @until WHERE Id = @id",
                new { from = Today.AddDays(-10), until = Today.AddDays(5), id = path.Split('/')[^1] }),
            CancellationToken.None);

        (await Manager.PostAsync($"{path}/objections", new { text = " " })).Breaks("receivedOn", "text");
        (await Manager.PostAsync($"{path}/objections", new { receivedOn = Today, text = new string('长', 10_001) })).Breaks("text");
        (await Manager.PostAsync($"{path}/objections", new { receivedOn = Today.AddDays(1), text = "价格偏低" })).IsProblem(422, "day-in-future");
        (await Manager.PostAsync($"{path}/objections", new { receivedOn = Today.AddDays(-11), text = "价格偏低" })).IsProblem(422, "objection-before-publicity");
        (await Seeker.PostAsync($"{path}/objections", new { receivedOn = Today, text = "价格偏低" })).IsProblem(403, "not-allowed");
        var objected = (await Organiser.PostAsync($"{path}/objections", new { receivedOn = Today.AddDays(-1), text = "价格偏低，匿名来信" })).Succeeds();

        Assert.That(
            (objected.Json.GetProperty("publicityFrom").GetString(), objected.Json.GetProperty("publicityUntil").GetString()),
            Is.EqualTo(($"{Today.AddDays(-1):yyyy-MM-dd}", $"{Today.AddDays(14):yyyy-MM-dd}")));
        foreach (var side in new[] { Provider, Seeker })
        {
            var log = (await side.GetAsync($"{path}/log")).Succeeds();
            Assert.That(log.Text, Does.Not.Contain("匿名来信"));
            Assert.That((log.Items[^1].GetProperty("action").GetString(), log.Items[^1].GetProperty("on").GetString()), Is.EqualTo(("object", $"{Today.AddDays(-1):yyyy-MM-dd}")));
        }

        Assert.That((await Manager.GetAsync($"{path}/log")).Text, Does.Contain("匿名来信"));
    }

    [Test]
    public async Task Negotiate_AgainAndOutOfOrder_IsAsDrawn()
    {
        var mutual = await MutualAsync();
        (await Manager.PostAsync($"{mutual}/negotiate", new { priceMode = "listed" })).IsProblem(409, "engagement-wrong-state");
        var path = await IntroducedAsync();
        (await Manager.PostAsync($"{path}/negotiate", new { priceMode = "面议", note = "\u0001" })).Breaks("priceMode", "note");
        (await Manager.PostAsync($"{path}/negotiate", new { })).Breaks("priceMode");
        (await Seeker.PostAsync($"{path}/negotiate", new { priceMode = "listed" })).IsProblem(403, "not-allowed");

        (await Manager.PostAsync($"{path}/negotiate", new { priceMode = "listed", note = "按底价" })).Succeeds();
        var again = (await Organiser.PostAsync($"{path}/negotiate", new { priceMode = "tender" })).Succeeds();

        Assert.That((StateOf(again), again.Json.GetProperty("priceMode").GetString()), Is.EqualTo(("negotiating", "tender")));
        Assert.That((await Provider.GetAsync($"{path}/log")).Text, Does.Contain("listed").And.Not.Contain("按底价"));
        await FreezeAsync();
        (await Organiser.PostAsync($"{path}/negotiate", new { priceMode = "listed" })).IsProblem(409, "engagement-frozen");
        (await Organiser.PostAsync($"{path}/outcome", new { kind = "memorandum", signedOn = Today })).IsProblem(409, "engagement-frozen");
    }

    [Test]
    public async Task Outcome_AMemorandum_ChangesNoState()
    {
        var path = await IntroducedAsync();

        (await Manager.PostAsync($"{path}/outcome", new { kind = "contract", note = new string('x', 2_001) })).Breaks("kind", "signedOn", "note");
        (await Manager.PostAsync($"{path}/outcome", new { kind = "memorandum", signedOn = Today.AddDays(1) })).IsProblem(422, "day-in-future");
        (await Manager.PostAsync($"{path}/outcome", new { kind = "memorandum", signedOn = Today.AddDays(-1) })).IsProblem(422, "day-before-introduction");
        (await Provider.PostAsync($"{path}/outcome", new { kind = "memorandum", signedOn = Today })).IsProblem(403, "not-allowed");
        var agreed = (await Manager.PostAsync($"{path}/outcome", new { kind = "letterOfIntent", signedOn = Today, note = "存档" })).Succeeds();

        var seen = (await Seeker.GetAsync(path)).Json;
        Assert.That((StateOf(agreed), seen.GetProperty("outcome").GetString(), seen.GetProperty("outcomeOn").GetString()), Is.EqualTo(("introduced", "letterOfIntent", $"{Today:yyyy-MM-dd}")));
        Assert.That((await Seeker.GetAsync($"{path}/log")).Text, Does.Not.Contain("存档"));
        (await Manager.PostAsync($"{await MutualAsync()}/outcome", new { kind = "memorandum", signedOn = Today })).IsProblem(409, "engagement-wrong-state");
    }

    [Test]
    public async Task Withdrawal_AfterMutualInterest_LeavesTheCourseToTheManager([Values("listing", "need")] string end)
    {
        var path = await MutualAsync();
        var id = (await Manager.GetAsync(path)).Json.GetProperty($"{end}Id").GetGuid();
        (await PostAsync($"/api/v1/{end}s/{id}/withdraw", null)).Succeeds();

        Assert.That(StateOf((await Manager.PostAsync($"{path}/introduce")).Succeeds()), Is.EqualTo("introduced"));
        Assert.That(StateOf((await Manager.PostAsync($"{path}/negotiate", new { priceMode = "negotiated" })).Succeeds()), Is.EqualTo("negotiating"));
        Assert.That(StateOf((await Manager.PostAsync($"{path}/publicity", new { price = Price })).Succeeds()), Is.EqualTo("publicity"));
        (await Manager.PostAsync($"{path}/close", new { reason = "withdrawn" })).Succeeds();
        (await Manager.PostAsync($"{path}/reopen", new { note = "再来" })).IsProblem(409, $"{end}-gone");
    }

    [Test]
    public async Task Body_ForTheSides_HidesWhatIsTheCentres()
    {
        var path = await MutualAsync();
        var id = path.Split('/')[^1];
        await Server.Database.WriteAsync(
            s => s.RunAsync("UPDATE Engagement SET AcceptBy = @by, LoggedBy = NULL WHERE Id = @id", new { by = DateTimeOffset.UtcNow.AddDays(1), id }), CancellationToken.None);

        var (managers, providers) = ((await Manager.GetAsync(path)).Json, (await Provider.GetAsync(path)).Json);

        Assert.That((managers.GetProperty("acceptBy").ValueKind, providers.GetProperty("acceptBy").ValueKind), Is.EqualTo((JsonValueKind.String, JsonValueKind.Null)));
        Assert.That((managers.GetProperty("proposedBySystem").GetBoolean(), providers.GetProperty("proposedBySystem").GetBoolean()), Is.EqualTo((true, true)));
        Assert.That((await Provider.GetAsync(await LogAsync())).Json.GetProperty("proposedBySystem").GetBoolean(), Is.False);
    }

    [Test]
    public async Task Post_OnePairByAThousandAtOnce_MakesOneEngagement()
    {
        var (listing, need) = (await ListingAsync(), await NeedAsync());

        var replies = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(i => (i % 2 == 0 ? Manager : Colleague).PostAsync(Engagements, new { listingId = listing, needId = need })));

        var winner = replies.Single(r => r.Status == 201);
        Assert.That(replies.Where(r => r != winner).Select(r => (r.Status, r.Code, r.Headers["Location"])), Has.All.EqualTo((409, "engagement-exists", winner.Headers["Location"])));
    }

    private async Task<Reply> OpenAsync()
    {
        using var response = await Server.Anonymous.GetAsync($"{Publicity}?limit=200");
        return (await Reply.OfAsync(response)).Succeeds();
    }
}
