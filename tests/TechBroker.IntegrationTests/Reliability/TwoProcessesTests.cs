using TechBroker.IntegrationTests.Storage;
using TechBroker.IntegrationTests.Workers;
using TechBroker.Storage.Bus;
using TechBroker.Storage.Sql;

namespace TechBroker.IntegrationTests.Reliability;

/// <summary>R7: a listing and its need posted at the same moment in two processes, each scored by its own; every pair is found, once.</summary>
internal sealed class TwoProcessesTests
{
    // 10,000 by hand; see quality.md, R7.
    private const int Pairs = 250;

    [Test]
    public async Task Post_BothEndsAtTheSameMoment_FindsEveryPairOnce()
    {
        await using var data = await TestDatabase.CreateAsync();
        var other = data.Open();
        using var here = new TestWorker(data.Database);
        using var there = new TestWorker(other);
        using var together = new Barrier(2);
        var listings = new Guid[Pairs];
        var needs = new Guid[Pairs];
        await Task.WhenAll(
            Task.Factory.StartNew(() => PostAll(data.Database, here, i => data.Database.PostAsync(Posting.Listing(Words.Unique(i), listings[i] = Guid.NewGuid()))), TaskCreationOptions.LongRunning),
            Task.Factory.StartNew(() => PostAll(other, there, i => other.PostAsync(Posting.Need(Words.Unique(i), needs[i] = Guid.NewGuid()))), TaskCreationOptions.LongRunning));

        var found = await data.ListAsync<Pair>("SELECT ListingId, NeedId FROM Match");
        Assert.That(found.Select(m => (m.ListingId, m.NeedId)), Is.EquivalentTo(listings.Zip(needs)));
        Assert.That(await data.FirstAsync<int>("SELECT COUNT(*) FROM Event WHERE Kind = 'matchProposed'"), Is.EqualTo(Pairs), "proposed once");

        void PostAll(Database database, TestWorker worker, Func<int, Task> post)
        {
            for (var i = 0; i < Pairs; i++)
            {
                together.SignalAndWait();
                post(i).GetAwaiter().GetResult();
                worker.DeliverAsync(OwnAsync(database, worker == here ? "ListingPublished" : "NeedPosted").GetAwaiter().GetResult()).GetAwaiter().GetResult();
            }
        }
    }

    private static Task<IReadOnlyList<OutboxMessage>> OwnAsync(Database database, string type) => database.ReadAsync(
        s => s.ListAsync<OutboxMessage>("SELECT Id, MessageId, Type, Body, CreatedAt FROM Outbox WHERE Type = @type ORDER BY Id", new { type }), CancellationToken.None);

    private sealed record Pair
    {
        public required Guid ListingId { get; init; }

        public required Guid NeedId { get; init; }
    }
}
