using TechBroker.Domain.Listings;

namespace TechBroker.IntegrationTests.Storage;

internal sealed class RevisionHistoryTests
{
    [Test]
    public async Task ChangeSeq_SixteenWritersOnTwoInstances_HasNoGapAndIsCommitOrder()
    {
        await using var data = await TestDatabase.CreateAsync();
        var other = data.Open();
        using var stop = new CancellationTokenSource();
        var watch = Task.Run(() => WatchAsync(data, stop.Token));
        await Task.WhenAll(Enumerable.Range(0, 16).Select(writer => Task.Run(async () =>
        {
            var database = writer % 2 == 0 ? data.Database : other;
            for (var i = 0; i < 10; i++)
            {
                var listing = await database.PostAsync(Posting.Listing($"{writer}-{i}"));
                listing = await database.ReviseAsync(listing, $"{writer}-{i} 二");
                await database.DoAsync(listing, ListingAction.Withdraw);
            }
        })));
        await stop.CancelAsync();

        var history = await data.ListAsync<Change>("SELECT ChangeSeq, ItemId, Revision, State FROM MarketRevision ORDER BY ChangeSeq");
        Assert.That(history.Select(c => c.ChangeSeq), Is.EqualTo(Enumerable.Range(1, 480)));
        Assert.That(await data.FirstAsync<long>("SELECT Value FROM Counter WHERE Name = 'market'"), Is.EqualTo(480));
        Assert.Multiple(() =>
        {
            foreach (var item in history.GroupBy(c => c.ItemId))
            {
                Assert.That(item.Select(c => (c.Revision, c.State)), Is.EqualTo(new[] { (1, "published"), (2, "published"), (3, "withdrawn") }));
            }
        });
        Assert.That(
            await data.FirstAsync<int>("SELECT COUNT(*) FROM Listing l JOIN MarketRevision r ON r.ItemId = l.Id AND r.Revision = l.Revision AND r.ChangeSeq = l.ChangeSeq"),
            Is.EqualTo(160));
        Assert.That(await watch, Is.GreaterThan(0), "looks at the history");
    }

    // Whoever has seen a number never sees a lower one appear later: what is visible is always 1..n.
    private static async Task<int> WatchAsync(TestDatabase data, CancellationToken stop)
    {
        var looks = 0;
        while (!stop.IsCancellationRequested)
        {
            var (count, last) = await data.FirstAsync<(long, long)>("SELECT COUNT(*), COALESCE(MAX(ChangeSeq), 0) FROM MarketRevision");
            Assert.That(count, Is.EqualTo(last));
            looks++;
        }

        return looks;
    }

    private sealed record Change
    {
        public required long ChangeSeq { get; init; }

        public required string ItemId { get; init; }

        public required int Revision { get; init; }

        public required string State { get; init; }
    }
}
