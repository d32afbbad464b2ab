using MassTransit;
using TechBroker.Contracts.Messages;
using TechBroker.Domain.Listings;
using TechBroker.Domain.Needs;
using TechBroker.IntegrationTests.Storage;
using TechBroker.Matching;
using TechBroker.Storage.Market;
using TechBroker.Storage.Matches;
using TechBroker.Workers;

namespace TechBroker.IntegrationTests.Workers;

internal sealed class When_something_happens_on_the_market
{
    private BusFixture bus = null!;

    [SetUp]
    public async Task StartAsync() => bus = await BusFixture.StartAsync();

    [TearDown]
    public ValueTask StopAsync() => bus.DisposeAsync();

    [Test]
    public async Task Should_score_a_published_listing_against_needs()
    {
        var need = await bus.Data.Database.PostAsync(Posting.Need("骨折复位机器人"));
        await bus.DrainAsync();
        var listing = await bus.Data.Database.PostAsync(Posting.Listing("骨折复位机器人"));
        await bus.DrainAsync();
        var match = (await MatchesAsync(need)).Single();
        Assert.That((match.ListingId, match.ListingRevision, match.NeedRevision), Is.EqualTo((listing.Id, 1, 1)));
    }

    [Test]
    public async Task Should_score_a_posted_need_against_listings()
    {
        var listing = await bus.Data.Database.PostAsync(Posting.Listing("骨折复位机器人"));
        await bus.DrainAsync();
        var need = await bus.Data.Database.PostAsync(Posting.Need("骨折复位机器人"));
        await bus.DrainAsync();
        Assert.That((await MatchesAsync(need)).Select(m => m.ListingId), Is.EqualTo(new[] { listing.Id }));
    }

    [Test]
    public async Task Should_score_a_revised_listing_and_a_revised_need_again()
    {
        var (listing, need) = await PairAsync();
        var before = (await MatchesAsync(need)).Single();
        listing = await bus.Data.Database.ReviseAsync(listing, "微创骨折复位机器人与导航");
        await bus.DrainAsync();
        var between = (await MatchesAsync(need)).Single();
        await bus.Data.Database.ReviseAsync(need, "导航");
        await bus.DrainAsync();
        var after = (await MatchesAsync(need)).Single();
        Assert.Multiple(() =>
        {
            Assert.That((between.Id, between.ListingRevision, between.NeedRevision), Is.EqualTo((before.Id, 2, 1)));
            Assert.That((after.Id, after.ListingRevision, after.NeedRevision), Is.EqualTo((before.Id, 2, 2)));
            Assert.That(new[] { before.Score, between.Score, after.Score }, Is.Unique);
        });
    }

    [Test]
    public async Task Should_take_closed_listings_and_needs_out()
    {
        var (listing, need) = await PairAsync();
        await bus.Data.Database.DoAsync(listing, ListingAction.Suspend);
        await bus.DrainAsync();
        Assert.That(await MatchesAsync(need), Is.Empty);
        var late = await bus.Data.Database.PostAsync(Posting.Need("骨折复位机器人"));
        await bus.Data.Database.DoAsync(need, NeedAction.Withdraw);
        await bus.DrainAsync();
        Assert.That(await MatchesAsync(late), Is.Empty);
        Assert.That(await bus.Data.ListAsync<string>("SELECT DISTINCT Consumer FROM Inbox WHERE Consumer LIKE '%Closed%' ORDER BY 1"), Is.EqualTo(new[] { "ListingClosedConsumer", "NeedClosedConsumer" }));
    }

    [Test]
    public async Task Should_tell_of_scores_and_propose_each_pair_once()
    {
        var (listing, need) = await PairAsync();
        await bus.Data.Database.ReviseAsync(listing, "骨折复位机器人二代");
        await bus.Data.Database.ReviseAsync(need, "骨折复位机器人二代");
        await bus.DrainAsync();
        Assert.That(await bus.Harness.Published.Any<MatchesScored>(m => m.Context.Message is { Side: "need", Matches: 1 } scored && scored.ItemId == need.Id), Is.True);
        Assert.That(await bus.Harness.Published.Any<MatchProposed>(m => m.Context.Message.ListingId == listing.Id && m.Context.Message.NeedId == need.Id), Is.True);
        Assert.That(await bus.EventsAsync("matchProposed"), Is.EqualTo(1));
        Assert.That(await bus.EventsAsync("matchesScored"), Is.GreaterThanOrEqualTo(3));
    }

    [Test]
    public async Task Should_do_nothing_for_a_duplicate()
    {
        var (listing, need) = await PairAsync();
        var id = await bus.Data.FirstAsync<Guid>("SELECT MessageId FROM Inbox WHERE Consumer = 'NeedPostedConsumer'");
        var events = await bus.EventsAsync("matchesScored");
        var before = (await MatchesAsync(need)).Single();
        for (var i = 0; i < 5; i++)
        {
            await bus.Harness.Bus.Publish(new NeedPosted { NeedId = need.Id, Revision = 1, At = Posting.Now }, context => context.MessageId = id);
        }

        // The same consumer takes them in order: once the next message is done, so are the duplicates.
        await bus.Data.Database.PostAsync(Posting.Need(Words.Unique(1)));
        await bus.DrainAsync();
        Assert.That(await bus.EventsAsync("matchesScored"), Is.EqualTo(events + 1), "the new need's alone");
        Assert.That((await MatchesAsync(need)).Single(), Is.EqualTo(before));
        Assert.That(before.ListingId, Is.EqualTo(listing.Id));
    }

    [Test]
    public async Task Should_consume_what_comes_together_in_one_batch()
    {
        await using var slow = await BusFixture.StartAsync(new WorkerOptions { BatchSize = 30, BatchWaitMilliseconds = 20_000, PollMilliseconds = 20 });
        await Task.WhenAll(Enumerable.Range(0, 30).Select(i => slow.Data.Database.PostAsync(Posting.Need(Words.Unique(i)))));
        await slow.DrainAsync();
        Assert.That(await slow.Data.CountAsync("Inbox"), Is.EqualTo(30));
        Assert.That(await slow.Data.FirstAsync<int>("SELECT COUNT(DISTINCT ReceivedAt) FROM Inbox"), Is.EqualTo(1), "one transaction");
    }

    private async Task<(Listing Listing, Need Need)> PairAsync()
    {
        var listing = await bus.Data.Database.PostAsync(Posting.Listing("骨折复位机器人"));
        await bus.DrainAsync();
        var need = await bus.Data.Database.PostAsync(Posting.Need("骨折复位机器人"));
        await bus.DrainAsync();
        return (listing, need);
    }

    private Task<IReadOnlyList<MatchView>> MatchesAsync(Need need) =>
        bus.Data.Database.ReadAsync(s => MatchStore.PageAsync(s, Side.Need, need.Id, MarketReader.Staff, 1, null, 50), CancellationToken.None);
}
