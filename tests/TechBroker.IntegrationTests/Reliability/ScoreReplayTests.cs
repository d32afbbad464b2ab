using TechBroker.Domain;
using TechBroker.Domain.Listings;
using TechBroker.Domain.Needs;
using TechBroker.IntegrationTests.Storage;
using TechBroker.IntegrationTests.Workers;
using TechBroker.Matching;
using TechBroker.Storage.Bus;
using TechBroker.Storage.Market;
using TechBroker.Storage.Matches;
using TechBroker.Storage.Sql;

namespace TechBroker.IntegrationTests.Reliability;

/// <summary>Invariant 5: from a stored match and the revision history alone, the market as it was gives the same numbers, bit for bit.</summary>
internal sealed class ScoreReplayTests
{
    [Test]
    public void Replay_EveryStoredMatchAfterManyChanges_GivesTheSameBits() => Properties.HoldForSeeds(5, async random =>
    {
        await using var data = await TestDatabase.CreateAsync();
        using var worker = new TestWorker(data.Database);
        var market = new RandomMarket(data.Database, random);
        for (var i = 0; i < 60; i++)
        {
            await market.ChangeAsync();
            await worker.DeliverAsync(await data.Database.ReadAsync(s => OutboxStore.AfterAsync(s, 0, 1_000), CancellationToken.None));
        }

        var matches = await data.ListAsync<StoredMatch>(
            "SELECT Id, ListingId, NeedId, ListingRevision, NeedRevision, Score, Level, Contributions, EngineVersion, MarketSeq, ScoredAt FROM Match");
        Assert.That(matches.Select(m => m.MarketSeq).Distinct().Count(), Is.GreaterThan(5), "from many states of the market");
        var history = await data.ListAsync<Revision>("SELECT ChangeSeq, Side, ItemId, State, Content, Revision AS Number, At FROM MarketRevision ORDER BY ChangeSeq");
        foreach (var match in matches)
        {
            var again = AsOf(history, match.MarketSeq).Score(match.ListingId, match.NeedId)!;
            Assert.Multiple(() =>
            {
                Assert.That(BitConverter.DoubleToInt64Bits(again.Score), Is.EqualTo(BitConverter.DoubleToInt64Bits(match.Score)));
                Assert.That(StoredJson.Write(again.Contributions), Is.EqualTo(match.Contributions));
                Assert.That(
                    (again.ListingRevision, again.NeedRevision, again.Level, again.EngineVersion),
                    Is.EqualTo((match.ListingRevision, match.NeedRevision, match.Level, match.EngineVersion)));
            });
        }
    });

    private static MarketIndex AsOf(IReadOnlyList<Revision> history, long seq)
    {
        var index = new MarketIndex(MatchingParameters.Default);
        var published = new Dictionary<Guid, DateTimeOffset>();
        foreach (var revision in history.TakeWhile(r => r.ChangeSeq <= seq))
        {
            var side = Codes.Parse<Side>(revision.Side);
            if (revision.State != "published")
            {
                index.Remove(side, revision.ItemId);
                continue;
            }

            // A listing or need counts from the first time it was published.
            published.TryAdd(revision.ItemId, revision.At);
            index.Put(side is Side.Listing ? ListingOf(revision, published[revision.ItemId]) : NeedOf(revision, published[revision.ItemId]));
        }

        return index;
    }

    private static MarketItem ListingOf(Revision revision, DateTimeOffset published) => ListingRow.Of(
        Listing.Draft(revision.ItemId, StoredJson.Read<ListingContent>(revision.Content), null, revision.At) with { Revision = revision.Number, PublishedAt = published }).ToItem();

    private static MarketItem NeedOf(Revision revision, DateTimeOffset published) => NeedRow.Of(
        Need.Draft(revision.ItemId, StoredJson.Read<NeedContent>(revision.Content), null, revision.At) with { Revision = revision.Number, PublishedAt = published }).ToItem();

    private sealed record Revision
    {
        public required long ChangeSeq { get; init; }

        public required string Side { get; init; }

        public required Guid ItemId { get; init; }

        public required string State { get; init; }

        public required string Content { get; init; }

        public required int Number { get; init; }

        public required DateTimeOffset At { get; init; }
    }
}
