using TechBroker.Domain.Listings;
using TechBroker.Domain.Needs;
using TechBroker.Matching;
using TechBroker.Storage.Market;
using TechBroker.Storage.Matches;

namespace TechBroker.IntegrationTests.Storage;

internal sealed class MatchStoreTests
{
    private TestDatabase data = null!;
    private Listing listing = null!;
    private Need need = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        data = await TestDatabase.CreateAsync();
        listing = await data.Database.PostAsync(Posting.Listing("超导磁体"));
        need = await data.Database.PostAsync(Posting.Need("超导磁体"));
    }

    [TearDown]
    public ValueTask DisposeAsync() => data.DisposeAsync();

    [Test]
    public async Task Upsert_NewPair_IsReadBackInEveryField()
    {
        var score = 0.1 + 0.2;
        Assert.That(await UpsertAsync(Match(seq: 2) with { Score = score }), Is.EqualTo(1));
        var view = (await PageAsync(Side.Need, need.Id)).Single();
        Assert.Multiple(() =>
        {
            Assert.That(BitConverter.DoubleToInt64Bits(view.Score), Is.EqualTo(BitConverter.DoubleToInt64Bits(score)));
            Assert.That((view.ListingId, view.NeedId, view.ListingRevision, view.NeedRevision), Is.EqualTo((listing.Id, need.Id, 1, 1)));
            Assert.That((view.Level, view.Contributions, view.EngineVersion, view.ScoredAt), Is.EqualTo((3, "[]", "1", Posting.Now)));
            Assert.That((view.ListingTitle, view.NeedTitle), Is.EqualTo(("超导磁体", "超导磁体")));
        });
    }

    [TestCase(5, "1", 4, "1", 0, TestName = "Upsert_OlderMarket_Loses")]
    [TestCase(5, "1", 5, "1", 0, TestName = "Upsert_SameMarketSameEngine_IsNoNews")]
    [TestCase(5, "1", 6, "1", 1, TestName = "Upsert_NewerMarket_Wins")]
    [TestCase(5, "1", 5, "2", 1, TestName = "Upsert_SameMarketOtherEngine_Wins")]
    [TestCase(5, "2", 4, "1", 0, TestName = "Upsert_OlderMarketOtherEngine_Loses")]
    [TestCase(5, "1", 6, "2", 1, TestName = "Upsert_NewerMarketOtherEngine_Wins")]
    public async Task Upsert(long storedSeq, string storedEngine, long seq, string engine, int written)
    {
        var stored = Match(storedSeq) with { EngineVersion = storedEngine, Score = 0.25 };
        await UpsertAsync(stored);
        Assert.That(await UpsertAsync(Match(seq) with { EngineVersion = engine, Score = 0.75 }), Is.EqualTo(written));
        var view = (await PageAsync(Side.Listing, listing.Id)).Single();
        Assert.That(view.Score, Is.EqualTo(written == 1 ? 0.75 : 0.25));
        Assert.That(view.Id, Is.EqualTo(stored.Id), "the pair keeps its id");
    }

    [Test]
    public async Task Upsert_RevisionThatIsNoLongerCurrent_IsDropped()
    {
        await data.Database.ReviseAsync(listing, "低温超导磁体");
        Assert.That(await UpsertAsync(Match(seq: 9)), Is.Zero);
        Assert.That(await UpsertAsync(Match(seq: 9) with { ListingRevision = 2 }), Is.EqualTo(1));
        await data.Database.ReviseAsync(need, "低温");
        Assert.That(await UpsertAsync(Match(seq: 10) with { ListingRevision = 2 }), Is.Zero);
        Assert.That(await PageAsync(Side.Need, need.Id), Is.Empty, "a score of an older revision is shown to nobody");
    }

    [Test]
    public async Task Upsert_ClosedEnd_IsDroppedAndWhatWasStoredIsHidden()
    {
        await UpsertAsync(Match(seq: 2));
        await data.Database.DoAsync(need, NeedAction.Withdraw);
        Assert.That(await UpsertAsync(Match(seq: 3) with { NeedRevision = 2 }), Is.Zero);
        Assert.That(await PageAsync(Side.Listing, listing.Id), Is.Empty);

        var other = await data.Database.PostAsync(Posting.Need("超导磁体"));
        await data.Database.DoAsync(listing, ListingAction.Suspend);
        Assert.That(await UpsertAsync(Match(seq: 5) with { NeedId = other.Id, ListingRevision = 2 }), Is.Zero);
    }

    [Test]
    public async Task Page_EqualScores_GivesEachOnceBestFirst()
    {
        var needs = await Task.WhenAll(Enumerable.Range(0, 11).Select(i => data.Database.PostAsync(Posting.Need($"磁体{i}"))));
        var matches = needs.Select((n, i) => Match(seq: 20) with { Id = Guid.NewGuid(), NeedId = n.Id, Score = i / 4 / 10.0, Level = 1 + (i / 4) }).ToArray();
        await UpsertAsync(matches);
        var seen = new List<MatchView>();
        while (await PageAsync(Side.Listing, listing.Id, seen.LastOrDefault(), limit: 3) is { Count: > 0 } page)
        {
            seen.AddRange(page);
        }

        Assert.That(seen.Select(m => m.Id), Is.EqualTo(matches.OrderByDescending(m => m.Score).ThenBy(m => m.Id.ToString(), StringComparer.Ordinal).Select(m => m.Id)));
        var strong = await data.Database.ReadAsync(s => MatchStore.PageAsync(s, Side.Listing, listing.Id, MarketReader.Staff, 3, null, 50), CancellationToken.None);
        Assert.That(strong.Select(m => m.Level), Is.All.EqualTo(3).And.Exactly(3).Items);
    }

    [Test]
    public async Task Propose_FromBothSidesAndAgain_IsOncePerPair()
    {
        await UpsertAsync(Match(seq: 2));
        Assert.That(await ProposeAsync(Side.Listing, listing.Id, level: 4), Is.Empty, "not strong enough");
        var first = await ProposeAsync(Side.Listing, listing.Id, level: 3);
        Assert.That(first.Select(m => m.NeedId), Is.EqualTo(new[] { need.Id }));
        Assert.That(await ProposeAsync(Side.Need, need.Id, level: 3), Is.Empty);

        await data.Database.ReviseAsync(need, "超导磁体二");
        await UpsertAsync(Match(seq: 3) with { NeedRevision = 2, Level = 4 });
        Assert.That(await ProposeAsync(Side.Need, need.Id, level: 3), Is.Empty, "also after a revision");
    }

    private StoredMatch Match(long seq) => new()
    {
        Id = Guid.NewGuid(),
        ListingId = listing.Id,
        NeedId = need.Id,
        ListingRevision = 1,
        NeedRevision = 1,
        Score = 0.5,
        Level = 3,
        Contributions = "[]",
        EngineVersion = "1",
        MarketSeq = seq,
        ScoredAt = Posting.Now,
    };

    private Task<int> UpsertAsync(params StoredMatch[] matches) => data.Database.WriteAsync(s => MatchStore.UpsertAsync(s, matches), CancellationToken.None);

    private Task<IReadOnlyList<ProposedMatch>> ProposeAsync(Side side, Guid id, int level) =>
        data.Database.WriteAsync(s => MatchStore.ProposeAsync(s, side, id, level, Posting.Now), CancellationToken.None);

    private Task<IReadOnlyList<MatchView>> PageAsync(Side side, Guid id, MatchView? after = null, int limit = 50) => data.Database.ReadAsync(
        s => MatchStore.PageAsync(s, side, id, MarketReader.Staff, 1, after is null ? null : (after.Score, after.Id), limit), CancellationToken.None);
}
