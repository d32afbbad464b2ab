using System.Text.Json;
using TechBroker.Storage.Engagements;

namespace TechBroker.IntegrationTests.Engagements;

/// <summary>From the first sight to the introduction, and the ways out.</summary>
internal sealed class EngagementJourneyTests : EngagementFixture
{
    [Test]
    public async Task BlindNeed_FromLogToIntroduction_IsDisclosedOnlyThen()
    {
        var (listing, need) = (await ListingAsync(), await NeedAsync());
        var path = await LogAsync(listing, need);

        (await Manager.PostAsync($"{path}/introduce")).IsProblem(409, "engagement-wrong-state");
        var interested = (await Provider.PostAsync($"{path}/interest")).Succeeds();
        var mutual = (await Seeker.PostAsync($"{path}/interest")).Succeeds();
        var before = (await Provider.GetAsync(path)).Succeeds();
        var listed = (await Provider.GetAsync(Engagements)).Succeeds();
        var log = (await Provider.GetAsync($"{path}/log")).Succeeds();
        Assert.That(await DisclosedAsync(need), Is.False);
        var introduced = (await Manager.PostAsync($"{path}/introduce")).Succeeds();
        var after = (await Provider.GetAsync(path)).Succeeds();

        Assert.Multiple(async () =>
        {
            Assert.That((StateOf(interested), StateOf(mutual), StateOf(introduced)), Is.EqualTo(("interested", "mutual", "introduced")));
            foreach (var secret in new[] { Secret, "自由词", "C35", "110108", Enterprise.ToString(), Seeker.Id.ToString() })
            {
                Assert.That(interested.Text + before.Text + listed.Text + log.Text, Does.Not.Contain(secret));
            }

            Assert.That(before.Text, Does.Contain("某企业寻求磁体合作"));
            Assert.That(after.Json.GetProperty("need").GetProperty("title").GetString(), Is.EqualTo(Secret));
            Assert.That(after.Json.GetProperty("need").GetProperty("organisationId").GetGuid(), Is.EqualTo(Enterprise));
            Assert.That(await DisclosedAsync(need), Is.True);
        });
        var row = (await Server.Database.ReadAsync(s => DisclosureStore.OfNeedAsync(s, need), CancellationToken.None)).Single();
        Assert.That((row.ToOrganisationId, row.ByAccountId, $"{Engagements}/{row.EngagementId}"), Is.EqualTo(((Guid?)University, Manager.Id, path)));
    }

    [Test]
    public async Task Decline_WithReason_ReachesTheOtherSide()
    {
        var path = await MutualAsync();
        (await Seeker.PostAsync($"{path}/decline", new { reason = "other" })).IsProblem(422, "reason-unexplained");
        (await Seeker.PostAsync($"{path}/decline", new { reason = "tooDear" })).Breaks("reason");
        (await Seeker.PostAsync($"{path}/decline", new { reason = "price", note = "超出预算", side = "listing" })).Breaks("side");

        (await Seeker.PostAsync($"{path}/decline", new { reason = "price", note = "超出预算" })).Succeeds();

        var seen = (await Provider.GetAsync(path)).Succeeds().Json;
        Assert.That(
            (seen.GetProperty("state").GetString(), seen.GetProperty("closeReason").GetString(), seen.GetProperty("closeNote").GetString(), seen.GetProperty("closedBySide").GetString()),
            Is.EqualTo(("closed", "price", "超出预算", "need")));
        (await Provider.PostAsync($"{path}/interest")).IsProblem(409, "engagement-wrong-state");
        (await Seeker.PostAsync($"{path}/reopen", new { note = "再谈" })).IsProblem(403, "not-allowed");
        (await Manager.PostAsync($"{path}/reopen", new { })).Breaks("note");
        Assert.That(StateOf((await Manager.PostAsync($"{path}/reopen", new { note = "预算已追加" })).Succeeds()), Is.EqualTo("interested"));
    }

    [Test]
    public async Task Side_ForItsOwnItem_LogsAndIsInterestedAtOnce()
    {
        var (listing, need) = (await ListingAsync(), await NeedAsync());

        var posted = (await Provider.PostAsync(Engagements, new { listingId = listing, needId = need, note = "内部备注" })).Succeeds(201);
        (await Seeker.PostAsync(Engagements, new { listingId = listing, needId = need })).IsProblem(409, "engagement-exists");
        (await Manager.PostAsync($"{posted.Headers["Location"]}/introduce")).IsProblem(409, "engagement-wrong-state");
        (await Seeker.PostAsync($"{posted.Headers["Location"]}/interest")).Succeeds();
        (await Manager.PostAsync($"{posted.Headers["Location"]}/introduce")).IsProblem(409, "engagement-unmanaged");
        (await Manager.PostAsync($"{posted.Headers["Location"]}/hand-over", new { managerId = Manager.Id })).Succeeds();

        Assert.That((StateOf(posted), posted.ETag, posted.Json.GetProperty("yourSide").GetString()), Is.EqualTo(("interested", "\"2\"", "listing")));
        Assert.That(posted.Text, Does.Not.Contain(Secret).And.Not.Contain(Enterprise.ToString()).And.Contain("内部备注"));
        Assert.That((await Seeker.GetAsync(posted.Headers["Location"])).Text, Does.Not.Contain("内部备注").And.Not.Contain(Provider.Id.ToString()));
        Assert.That(StateOf((await Manager.PostAsync($"{posted.Headers["Location"]}/introduce")).Succeeds()), Is.EqualTo("introduced"));
    }

    [Test]
    public async Task Post_PairOfAnotherManager_LeadsToTheLiveOne()
    {
        var (listing, need) = (await ListingAsync(), await NeedAsync());
        var path = await LogAsync(listing, need);

        var second = (await Colleague.PostAsync(Engagements, new { listingId = listing, needId = need })).IsProblem(409, "engagement-exists");

        Assert.That(second.Headers["Location"], Is.EqualTo(path));
        (await Colleague.PostAsync($"{path}/close", new { reason = "duplicate" })).IsProblem(422, "engagement-run-by-another");
        (await Manager.PostAsync($"{path}/close", new { reason = "duplicate" })).Succeeds();
        (await Colleague.PostAsync(Engagements, new { listingId = listing, needId = need })).Succeeds(201);
        (await Manager.PostAsync($"{path}/reopen", new { note = "再来" })).IsProblem(409, "engagement-exists");
    }

    [Test]
    public async Task Post_FaultyBody_NamesEveryField()
    {
        (await Manager.PostAsync(Engagements, new { note = "\u0001" })).Breaks("listingId", "needId", "note");
        (await Manager.PostAsync(Engagements, new { listingId = Guid.NewGuid(), needId = Guid.NewGuid() })).IsProblem(404, "listing-not-found");
    }

    [Test]
    public async Task Step_WithStaleIfMatch_IsRefusedAndRepeatedKeyHappensOnce()
    {
        var path = await LogAsync();

        (await Provider.PostAsync($"{path}/interest", null, ("If-Match", "\"7\""))).IsProblem(412, "revision-changed");
        var first = (await Provider.PostAsync($"{path}/interest", null, ("If-Match", "\"1\""), ("Idempotency-Key", path))).Succeeds();
        var again = (await Provider.PostAsync($"{path}/interest", null, ("If-Match", "\"1\""), ("Idempotency-Key", path))).Succeeds();

        Assert.That(again.Text, Is.EqualTo(first.Text));
        (await Provider.PostAsync($"{path}/interest")).IsProblem(409, "interest-already-recorded");
    }

    [Test]
    public async Task Withdraw_OfEitherEnd_ClosesWhatIsNotMutual([Values("listing", "need")] string end)
    {
        var (listing, need) = (await ListingAsync(), await NeedAsync());
        var (open, mutual) = (await LogAsync(listing, need), end == "listing" ? await LogAsync(listing, await NeedAsync()) : await LogAsync(await ListingAsync(), need));
        (await Seeker.PostAsync($"{mutual}/interest")).Succeeds();
        (await Provider.PostAsync($"{mutual}/interest")).Succeeds();

        (await PostAsync($"/api/v1/{end}s/{(end == "listing" ? listing : need)}/withdraw", null)).Succeeds();

        var closed = (await Manager.GetAsync(open)).Json;
        Assert.That((closed.GetProperty("state").GetString(), closed.GetProperty("closeReason").GetString(), closed.GetProperty("closedBySide").GetString()), Is.EqualTo(("closed", "withdrawn", end)));
        Assert.That(StateOf(await Manager.GetAsync(mutual)), Is.EqualTo("mutual"));
        (await Manager.PostAsync($"{open}/reopen", new { note = "再来" })).IsProblem(409, $"{end}-gone");
    }

    [Test]
    public async Task Log_OfAParty_HidesTheOthersAndTheirWords()
    {
        var (listing, need) = (await ListingAsync(), await NeedAsync());
        var path = $"{Engagements}/{(await Manager.PostAsync(Engagements, new { listingId = listing, needId = need, note = "绝密客户" })).Succeeds(201).Id}";
        (await Seeker.PostAsync($"{path}/interest")).Succeeds();
        (await Seeker.PostAsync($"{path}/decline", new { reason = "other", note = "已有安排" })).Succeeds();

        var managers = (await Manager.GetAsync($"{path}/log")).Succeeds();
        var providers = (await Provider.GetAsync($"{path}/log")).Succeeds();

        Assert.Multiple(() =>
        {
            Assert.That(managers.Items.Select(i => i.GetProperty("action").GetString()), Is.EqualTo(new[] { "log", "interest", "decline" }));
            Assert.That(managers.Items.Select(i => i.GetProperty("actorId").GetGuid()), Is.EqualTo(new[] { Manager.Id, Seeker.Id, Seeker.Id }));
            Assert.That(managers.Text, Does.Contain("绝密客户"));
            Assert.That(providers.Text, Does.Not.Contain("绝密客户").And.Not.Contain(Seeker.Id.ToString()).And.Contain("已有安排"));
            Assert.That(providers.Items[2].GetProperty("reason").GetString(), Is.EqualTo("other"));
            Assert.That(providers.Items[0].GetProperty("actorId").ValueKind, Is.EqualTo(JsonValueKind.Null));
        });
    }

    private Task<bool> DisclosedAsync(Guid need) =>
        Server.Database.ReadAsync(s => DisclosureStore.IsDisclosedAsync(s, need, University, null), CancellationToken.None);
}
