using TechBroker.IntegrationTests.Api.Support;
using static TechBroker.IntegrationTests.Api.Support.Calls;

namespace TechBroker.IntegrationTests.Duplicates;

/// <summary>One goes on, the other keeps its id, and everything can be taken back.</summary>
internal sealed class MergeTests : DuplicateFixture
{
    [Test]
    public async Task Merge_TwoListings_LeavesOneOnTheMarketAndBothReadable()
    {
        var (kept, other, pair) = await TwinsAsync();
        var merged = (await Provider.PostAsync($"{pair}/merge", new { keep = kept })).Succeeds().Json;
        var read = (await Server.SendAsync(HttpMethod.Get, $"{Listings}/{other}", null, ("Authorization", $"Bearer {Seeker.Person.Token}"))).Succeeds().Json;

        Assert.Multiple(async () =>
        {
            Assert.That((merged.GetProperty("state").GetString(), merged.GetProperty("keep").GetGuid()), Is.EqualTo(("merged", kept)));
            Assert.That((read.GetProperty("mergedInto").GetGuid(), read.GetProperty("state").GetString()), Is.EqualTo((kept, "published")));
            Assert.That(await Server.AllIdsAsync($"{Listings}?organisationId={University}", 50), Does.Contain(kept).And.Not.Contain(other));
            (await Provider.PostAsync($"{Listings}/{other}/suspend")).IsProblem(409, "listing-merged");
            (await PutAsync($"{Listings}/{other}", new { title = "改" }, ("If-Match", "*"))).IsProblem(409, "listing-merged");
            (await Manager.PostAsync(Engagements, new { listingId = other, needId = await NeedAsync() })).IsProblem(409, "listing-merged");
            (await Provider.PostAsync($"{pair}/merge", new { keep = other })).IsProblem(409, "duplicate-wrong-state");
        });

        (await Provider.PostAsync($"{pair}/unmerge")).Succeeds();
        (await Provider.PostAsync($"{pair}/unmerge")).IsProblem(409, "duplicate-wrong-state");
        Assert.That(await Server.AllIdsAsync($"{Listings}?organisationId={University}", 50), Does.Contain(kept).And.Contain(other));
        Assert.That((await GetAsync($"{Listings}/{other}")).Json.TryGetProperty("mergedInto", out var into) && into.ValueKind != System.Text.Json.JsonValueKind.Null, Is.False);
    }

    [Test]
    public async Task Merge_KeptOneSuspendedLater_HidesTheOldIdToo()
    {
        var (kept, other, pair) = await TwinsAsync();
        (await Provider.PostAsync($"{pair}/merge", new { keep = kept })).Succeeds();
        (await Provider.PostAsync($"{Listings}/{kept}/suspend")).Succeeds();

        (await Seeker.GetAsync($"{Listings}/{other}")).IsProblem(404, "listing-not-found");
        (await Provider.GetAsync($"{Listings}/{other}")).Succeeds();
    }

    [Test]
    public async Task Merge_IntoWhatIsLessVisible_IsRefused()
    {
        var (kept, _, pair) = await TwinsAsync();
        (await Provider.PostAsync($"{Listings}/{kept}/suspend")).Succeeds();
        (await Provider.PostAsync($"{pair}/merge", new { keep = kept })).IsProblem(409, "duplicate-keep-not-open");
        (await Provider.PostAsync($"{pair}/merge", new { keep = Guid.NewGuid() })).IsProblem(422, "duplicate-keeps-neither");
        (await Provider.PostAsync($"{pair}/merge", new { })).Breaks("keep");

        var (title, needs) = ($"需求{Guid.NewGuid():N}", new List<Guid>());
        foreach (var visibility in new[] { "open", "private" })
        {
            needs.Add((await Seeker.PostAsync(Needs, new { title, visibility, publish = true })).Succeeds(201).Id);
        }

        var both = $"{Duplicates}/{(await PairOfAsync(Seeker, needs[0])).GetProperty("id").GetGuid()}";
        (await Seeker.PostAsync($"{both}/merge", new { keep = needs[1] })).IsProblem(409, "duplicate-keep-more-hidden");
        (await Seeker.PostAsync($"{both}/merge", new { keep = needs[0] })).Succeeds();
        (await Provider.GetAsync($"{Needs}/{needs[1]}")).IsProblem(404, "need-not-found");
    }

    [TestCase("proposed")]
    [TestCase("interested")]
    [TestCase("mutual")]
    [TestCase("introduced")]
    public async Task Merge_LiveEngagement_GoesAlongAndComesBack(string state)
    {
        var (kept, other, pair) = await TwinsAsync();
        var path = await EngagedAsync(other, await NeedAsync(), state);

        var merged = (await Provider.PostAsync($"{pair}/merge", new { keep = kept })).Succeeds();
        var moved = (await Manager.GetAsync(path)).Succeeds().Json;
        var log = (await Manager.GetAsync($"{path}/log")).Succeeds();
        var back = (await Provider.PostAsync($"{pair}/unmerge")).Succeeds();

        Assert.Multiple(async () =>
        {
            Assert.That(Ids(merged, "movedEngagements").Select(i => $"{Engagements}/{i}"), Is.EqualTo(new[] { path }));
            Assert.That((moved.GetProperty("state").GetString(), moved.GetProperty("listingId").GetGuid()), Is.EqualTo((state, kept)));
            Assert.That(log.Items[^1].GetProperty("action").GetString(), Is.EqualTo("move"));
            Assert.That(Ids(back, "movedEngagements").Select(i => $"{Engagements}/{i}"), Is.EqualTo(new[] { path }));
            Assert.That((await Manager.GetAsync(path)).Json.GetProperty("listingId").GetGuid(), Is.EqualTo(other));
        });
    }

    [TestCase("proposed", "proposed", false)]
    [TestCase("mutual", "interested", false)]
    [TestCase("interested", "mutual", true)]
    [TestCase("proposed", "introduced", true)]
    public async Task Merge_BothEngagedWithOnePartner_KeepsTheFurtherOneAndRestoresBoth(string onKept, string onOther, bool movingLives)
    {
        var ((kept, other, pair), need) = (await TwinsAsync(), await NeedAsync());
        var (there, moving) = (await EngagedAsync(kept, need, onKept), await EngagedAsync(other, need, onOther));

        var merged = (await Provider.PostAsync($"{pair}/merge", new { keep = kept })).Succeeds();
        var (survivor, closed) = movingLives ? (moving, there) : (there, moving);
        var ended = (await Manager.GetAsync(closed)).Json;
        Assert.Multiple(async () =>
        {
            Assert.That(Ids(merged, "closedEngagements").Select(i => $"{Engagements}/{i}"), Is.EqualTo(new[] { closed }));
            Assert.That((ended.GetProperty("state").GetString(), ended.GetProperty("closeReason").GetString()), Is.EqualTo(("closed", "duplicate")));
            Assert.That((await Manager.GetAsync(survivor)).Json.GetProperty("listingId").GetGuid(), Is.EqualTo(kept));
        });

        (await Provider.PostAsync($"{pair}/unmerge")).Succeeds();
        Assert.Multiple(async () =>
        {
            Assert.That(StateOf(await Manager.GetAsync(there)), Is.EqualTo(onKept));
            Assert.That(StateOf(await Manager.GetAsync(moving)), Is.EqualTo(onOther));
            Assert.That((await Manager.GetAsync(moving)).Json.GetProperty("listingId").GetGuid(), Is.EqualTo(other));
        });
    }

    [Test]
    public async Task Unmerge_TouchedEngagement_StaysAndIsNamed()
    {
        var (kept, other, pair) = await TwinsAsync();
        var path = await EngagedAsync(other, await NeedAsync(), "interested");
        (await Provider.PostAsync($"{pair}/merge", new { keep = kept })).Succeeds();
        (await Manager.PostAsync($"{path}/interest", new { side = "listing" })).Succeeds();

        var back = (await Provider.PostAsync($"{pair}/unmerge")).Succeeds();

        Assert.That(Ids(back, "stayingEngagements").Select(i => $"{Engagements}/{i}"), Is.EqualTo(new[] { path }));
        Assert.That((await Manager.GetAsync(path)).Json.GetProperty("listingId").GetGuid(), Is.EqualTo(kept));
    }

    [Test]
    public async Task Merge_SignedEngagement_StaysWhereItWasSigned()
    {
        var (kept, other, pair) = await TwinsAsync();
        var path = await EngagedAsync(other, await NeedAsync(), "introduced");
        await Server.Database.WriteAsync(s => s.RunAsync("UPDATE Engagement SET State = 'signed' WHERE ListingId = @id", new { id = other }), CancellationToken.None);

        var merged = (await Provider.PostAsync($"{pair}/merge", new { keep = kept })).Succeeds();

        Assert.That(Ids(merged, "movedEngagements"), Is.Empty);
        Assert.That((await Manager.GetAsync(path)).Json.GetProperty("listingId").GetGuid(), Is.EqualTo(other));
    }

    [Test]
    public async Task Merge_Needs_TakesTheDisclosureAlong()
    {
        var (title, needs) = ($"绝密需求{Guid.NewGuid():N}", new List<Guid>());
        for (var i = 0; i < 2; i++)
        {
            needs.Add((await Seeker.PostAsync(Needs, new { title, visibility = "blind", publish = true })).Succeeds(201).Id);
        }

        await EngagedAsync(await ListingAsync(), needs[1], "introduced");
        var pair = $"{Duplicates}/{(await PairOfAsync(Seeker, needs[0])).GetProperty("id").GetGuid()}";
        (await Seeker.PostAsync($"{pair}/merge", new { keep = needs[0] })).Succeeds();

        Assert.That((await Provider.GetAsync($"{Needs}/{needs[0]}")).Succeeds().Json.GetProperty("title").GetString(), Is.EqualTo(title));
    }

    [Test]
    public async Task Merge_AndEngagementsLoggedAtOnce_NeverLeavesALiveOneBehind()
    {
        for (var round = 0; round < 8; round++)
        {
            var ((kept, other, pair), needs) = (await TwinsAsync(), await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => NeedAsync())));
            var merge = Provider.PostAsync($"{pair}/merge", new { keep = kept });
            var logs = await Task.WhenAll(needs.Select(n => Manager.PostAsync(Engagements, new { listingId = other, needId = n })));
            (await merge).Succeeds();

            Assert.That(logs.Select(l => l.Status), Is.All.AnyOf(201, 409));
            foreach (var log in logs.Where(l => l.Status == 201))
            {
                Assert.That((await Manager.GetAsync($"{Engagements}/{log.Id}")).Json.GetProperty("listingId").GetGuid(), Is.EqualTo(kept));
            }
        }
    }
}
