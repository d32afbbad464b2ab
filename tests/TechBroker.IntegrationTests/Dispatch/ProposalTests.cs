using Microsoft.Extensions.DependencyInjection;
using TechBroker.Composition;
using TechBroker.Contracts.Messages;
using TechBroker.Storage.Bus;
using TechBroker.Workers.Dispatch;
using static TechBroker.IntegrationTests.Api.Support.Calls;

namespace TechBroker.IntegrationTests.Dispatch;

/// <summary>Matches become engagements by themselves: once each, no more than an item can have, and each with a manager.</summary>
internal sealed class ProposalTests : DispatchFixture
{
    [Test]
    public async Task Match_WithAManager_BecomesAnEngagementOnceHoweverOftenItIsTold()
    {
        var manager = await ManagerAsync();
        var (listing, need) = await PairAsync();

        var body = (await AllAsync()).Single();
        var id = body.GetProperty("id").GetGuid();
        await TellAgainAsync(listing, need);

        Assert.Multiple(async () =>
        {
            Assert.That((Text(body, "state"), ManagerOf(body), Text(body, "loggedBy"), body.GetProperty("proposedBySystem").GetBoolean()), Is.EqualTo(("proposed", manager.Id, (string?)null, true)));
            Assert.That((body.GetProperty("listingId").GetGuid(), body.GetProperty("needId").GetGuid()), Is.EqualTo((listing, need)));
            Assert.That(body.GetProperty("acceptBy").GetDateTimeOffset(), Is.EqualTo(Clock.GetUtcNow().AddHours(1)).Within(TimeSpan.FromSeconds(5)));
            Assert.That((await Organiser.GetAsync($"{Engagements}/{id}/log")).Items.Select(e => Text(e, "action")), Is.EqualTo(new[] { "log", "dispatch" }));
            Assert.That((await AllAsync()).Length, Is.EqualTo(1));
            Assert.That(await CountAsync("ParkedMessage"), Is.Zero);
        });
    }

    [Test]
    public async Task Match_WithoutAManager_WaitsForOne()
    {
        var id = await ProposedAsync();
        Assert.That((await SweepAsync(), await ManagerOfAsync(id)), Is.EqualTo((0, (Guid?)null)));
        Assert.That(await AllAsync("&escalated=true"), Is.Empty, "a manager may yet come");

        var manager = await ManagerAsync();

        Assert.That((await SweepAsync(), await ManagerOfAsync(id)), Is.EqualTo((1, (Guid?)manager.Id)));
        Assert.That(await SweepAsync(), Is.Zero, "it is theirs until the deadline");
    }

    [Test]
    public async Task Match_OfAPairThatWasEngagedBefore_IsNotProposedAgain()
    {
        var manager = await ManagerAsync();
        var (listing, need) = await PairAsync();
        var id = (await AllAsync()).Single().GetProperty("id").GetGuid();
        (await manager.PostAsync($"{Engagements}/{id}/close", new { reason = "price" })).Succeeds();

        await TellAgainAsync(listing, need);

        Assert.That((await AllAsync()).Select(e => (e.GetProperty("id").GetGuid(), Text(e, "state"))), Is.EqualTo(new[] { (id, "closed") }));
    }

    // Told to whoever asks as the bus tells it: the same message again, and another one of the same pair.
    private async Task TellAgainAsync(Guid listing, Guid need)
    {
        var told = await Server.Database.ReadAsync(s => s.FirstAsync<Guid>("SELECT MessageId FROM Inbox WHERE Consumer = 'MatchProposedConsumer'"), CancellationToken.None);
        var run = Server.App.Services.GetRequiredService<DispatchRun>();
        var message = new MatchProposed { MatchId = Guid.NewGuid(), ListingId = listing, NeedId = need, ListingRevision = 1, NeedRevision = 1, At = Clock.GetUtcNow() };
        foreach (var id in new[] { told, Guid.NewGuid() })
        {
            await run.ProposeAsync([new ProposalWork(OutboxMessage.Of(id, message, Clock.GetUtcNow()), listing, need)], CancellationToken.None);
        }
    }
}

/// <summary>An item has so many proposals at a time and no more, and hidden needs do not take the places of open ones.</summary>
internal sealed class ProposalLimitTests : DispatchFixture
{
    protected override void Configure(Settings settings) => settings.Dispatch.MaxPerItem = 2;

    [Test]
    public async Task MaxPerItem_OfAListing_CountsOpenAndHiddenNeedsApart()
    {
        await ManagerAsync();
        var listing = await ListingAsync();
        var needs = new List<Guid>();
        foreach (var visibility in new[] { "private", "blind", "private", "open", "open", "open" })
        {
            needs.Add(await NeedAsync(visibility));
            await Server.DrainAsync();
        }

        var proposed = await AllAsync();
        Assert.That(proposed.Select(e => e.GetProperty("needId").GetGuid()), Is.EquivalentTo(new[] { needs[0], needs[1], needs[3], needs[4] }));
        Assert.That(proposed.Select(e => e.GetProperty("listingId").GetGuid()), Has.All.EqualTo(listing));
    }

    [Test]
    public async Task MaxPerItem_OnceAPlaceIsFree_TheNextHasItsTurn()
    {
        var manager = await ManagerAsync();
        await ListingAsync();
        for (var i = 0; i < 3; i++)
        {
            await NeedAsync();
            await Server.DrainAsync();
        }

        var first = await AllAsync();
        Assert.That(first.Length, Is.EqualTo(2));
        (await manager.PostAsync($"{Engagements}/{first[0].GetProperty("id").GetGuid()}/close", new { reason = "price" })).Succeeds();
        await SweepAsync();

        Assert.That((await AllAsync("&state=proposed")).Length, Is.EqualTo(2));
        Assert.That((await AllAsync()).Length, Is.EqualTo(3));
    }
}

/// <summary>A popular listing is proposed so often and no more, so that others have their turn, and so that nobody goes without.</summary>
internal sealed class ExposureTests : DispatchFixture
{
    // The sweep finds all pairs at once, where messages come as they come.
    protected override void Configure(Settings settings) =>
        (settings.Dispatch.Enabled, settings.Dispatch.MaxPerItem, settings.Dispatch.MaxPerListing) = (false, 3, 1);

    [Test]
    public async Task MaxPerListing_PopularListingIsFull_TheOtherNeedGetsTheNextBest()
    {
        await ManagerAsync();
        var (popular, next) = (await ListingAsync(), await ListingAsync("质子交换膜水电解"));
        var (close, farther) = (await NeedAsync(), await NeedAsync(title: "质子交换膜水电解槽的极板"));
        await Server.DrainAsync();

        await SweepAsync();

        Assert.That(await PairsAsync(), Is.EquivalentTo(new[] { (popular, close), (next, farther) }), "not the closer need's second best");
    }

    [Test]
    public async Task MaxPerListing_HiddenNeeds_TakeNoPlaceOfOpenOnes()
    {
        await ManagerAsync();
        var listing = await ListingAsync();
        await NeedAsync("private");
        var open = await NeedAsync();
        await NeedAsync("blind");
        await Server.DrainAsync();

        await SweepAsync();

        var proposed = await PairsAsync();
        Assert.That(proposed, Does.Contain((listing, open)));
        Assert.That(proposed.Count, Is.EqualTo(2), "one open and one hidden");
    }

    private async Task<List<(Guid Listing, Guid Need)>> PairsAsync() =>
        [.. (await AllAsync()).Select(e => (e.GetProperty("listingId").GetGuid(), e.GetProperty("needId").GetGuid()))];
}

/// <summary>Weaker matches are shown to people; from level 4 on the program acts.</summary>
internal sealed class ProposalLevelTests : DispatchFixture
{
    private static readonly string[] Words = ["核聚变", "超导磁体"];

    protected override void Configure(Settings settings) => (settings.Dispatch.MinLevel, settings.Workers.ProposeLevel) = (4, 1);

    [Test]
    public async Task Match_OfLevelFour_IsProposedAndWeakerOnesAreNot()
    {
        await ManagerAsync();
        await Server.PostListingAsync("核聚变超导磁体", new { keywords = Words, description = "高温超导带材绕制。", organisationId = University });
        var strong = await Server.PostNeedAsync("核聚变超导磁体", new { keywords = Words, description = "高温超导带材绕制。", organisationId = Enterprise });
        await Server.PostNeedAsync("水处理用膜，与磁体一词沾边", new { description = "反渗透膜的清洗与再生，用于市政污水。", organisationId = Enterprise });
        await Server.DrainAsync();

        Assert.That((await Server.GetAsync($"{Needs}/{strong}/matches")).GetProperty("items")[0].GetProperty("level").GetInt32(), Is.EqualTo(4));
        Assert.That((await AllAsync()).Select(e => e.GetProperty("needId").GetGuid()), Is.EqualTo(new[] { strong }));
    }

    [Test]
    public async Task Match_ThatGrowsToLevelFour_IsProposedThen()
    {
        await ManagerAsync();
        await Server.PostListingAsync("核聚变超导磁体", new { keywords = Words, description = "高温超导带材绕制。", organisationId = University });
        var need = (await Seeker.PostAsync(Needs, new { title = "求购磁体", description = "反渗透膜的清洗与再生，用于市政污水。", publish = true })).Succeeds(201);
        await Server.DrainAsync();
        await SweepAsync();
        Assert.That((await Seeker.GetAsync($"{Needs}/{need.Id}/matches")).Items.Single().GetProperty("level").GetInt32(), Is.LessThan(4));
        Assert.That(await AllAsync(), Is.Empty);

        (await Seeker.PutAsync($"{Needs}/{need.Id}", new { title = "核聚变超导磁体", keywords = Words, description = "高温超导带材绕制。" }, ("If-Match", need.ETag))).Succeeds();
        await Server.DrainAsync();
        await SweepAsync();

        Assert.That((await AllAsync()).Select(e => e.GetProperty("needId").GetGuid()), Is.EqualTo(new[] { need.Id }));
    }
}
