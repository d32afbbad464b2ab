using TechBroker.IntegrationTests.Faults;
using TechBroker.IntegrationTests.Storage;
using TechBroker.IntegrationTests.Workers;
using TechBroker.Storage.Bus;
using TechBroker.Storage.Sql;
using TechBroker.Workers;

namespace TechBroker.IntegrationTests.Reliability;

/// <summary>
/// R6: a market's messages, each delivered one to five times, shuffled and cut into any batches, leave exactly the state of one run in
/// order. All changes are committed before the first delivery: scores depend on the market they were computed on, not on the messages.
/// </summary>
internal sealed class ShuffledDeliveryTests
{
    private const int Markets = 4;

    private static readonly int Schedules = FaultSize.IsLong ? 1_000 : 100;
    private static readonly WorkerOptions Options = new() { TopK = 3, ProposeLevel = 2 };

    [Test]
    public async Task Deliver_AnySchedule_LeavesTheStateOfOneRunInOrder()
    {
        for (var market = 0; market < Markets; market++)
        {
            await using var template = await TestDatabase.CreateAsync();
            var changes = new RandomMarket(template.Database, new Random(market));
            for (var i = 0; i < 24; i++)
            {
                await changes.ChangeAsync();
            }

            var messages = await OutboxAsync(template.Database);
            var file = await template.AsTemplateAsync();
            var expected = await RunAsync(file, messages.Select(m => new[] { m }));
            Assert.That(expected, Does.Contain("match").And.Contain("proposed"), "a market in which nothing happens shows nothing");
            Properties.HoldForSeeds(Schedules / Markets, async random => Assert.That(await RunAsync(file, Schedule(messages, random)), Is.EqualTo(expected)));
        }
    }

    private static IEnumerable<OutboxMessage[]> Schedule(IReadOnlyList<OutboxMessage> messages, Random random)
    {
        var all = messages.SelectMany(m => Enumerable.Repeat(m, random.Next(1, 6))).ToArray();
        random.Shuffle(all);
        for (var at = 0; at < all.Length;)
        {
            var size = random.Next(1, 30);
            yield return [.. all.Skip(at).Take(size)];
            at += size;
        }
    }

    private static async Task<string> RunAsync(string file, IEnumerable<OutboxMessage[]> schedule)
    {
        await using var data = await TestDatabase.CreateAsync(file);
        using var worker = new TestWorker(data.Database, Options);
        foreach (var batch in schedule)
        {
            await worker.DeliverAsync(batch);
        }

        var matches = await data.ListAsync<string>(
            """
            SELECT 'match ' || ListingId || ' ' || NeedId || ' ' || ListingRevision || ' ' || NeedRevision || ' ' || Level || ' ' || printf('%!.17g', Score) || ' '
                   || Contributions || ' ' || EngineVersion || ' ' || MarketSeq || ' ' || (ProposedAt IS NOT NULL)
              FROM Match ORDER BY ListingId, NeedId
            """);
        var proposed = await data.ListAsync<string>(
            "SELECT 'proposed ' || json_extract(Body, '$.listingId') || ' ' || json_extract(Body, '$.needId') FROM Outbox WHERE Type = 'MatchProposed' ORDER BY 1");
        var open = await data.ListAsync<string>("SELECT 'open ' || Type FROM Outbox WHERE Type NOT IN ('MatchProposed', 'MatchesScored')");
        var inbox = await data.ListAsync<string>("SELECT 'inbox ' || MessageId || ' ' || Consumer FROM Inbox ORDER BY 1");

        // Two messages about one item in one batch are told of once, so this is a bound, not a number.
        Assert.That(await data.FirstAsync<int>("SELECT COUNT(*) FROM Outbox WHERE Type = 'MatchesScored'"), Is.LessThanOrEqualTo(inbox.Count), "no effect twice");
        return string.Join('\n', [.. matches, .. proposed, .. open, .. inbox]);
    }

    private static Task<IReadOnlyList<OutboxMessage>> OutboxAsync(Database database) =>
        database.ReadAsync(s => OutboxStore.AfterAsync(s, 0, 10_000), CancellationToken.None);
}
