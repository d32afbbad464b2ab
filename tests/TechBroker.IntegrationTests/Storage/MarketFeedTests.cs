using TechBroker.Domain.Listings;
using TechBroker.Matching;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.IntegrationTests.Storage;

internal sealed class MarketFeedTests
{
    [Test]
    public void Sync_AfterAnyChanges_EqualsAFreshIndex() => Properties.HoldForSeeds(25, async random =>
    {
        await using var data = await TestDatabase.CreateAsync();
        using var feed = TestDatabase.FeedOf(data.Database);
        var market = new RandomMarket(data.Database, random);
        for (var i = 0; i < 30; i++)
        {
            await market.ChangeAsync();
            if (random.Next(4) == 0)
            {
                await feed.SyncAsync(CancellationToken.None);
            }
        }

        await feed.SyncAsync(CancellationToken.None);
        using var fresh = TestDatabase.FeedOf(data.Database);
        await fresh.SyncAsync(CancellationToken.None);
        Assert.That(feed.Seq, Is.EqualTo(fresh.Seq).And.EqualTo(30));
        Assert.That(Answers(feed, market), Is.EqualTo(Answers(fresh, market)));
        Assert.That(feed.Ask((index, _) => index.Count(Side.Listing)), Is.EqualTo(market.Listings.Count(l => l.IsOpen)));
        Assert.That(feed.Ask((index, _) => index.Count(Side.Need)), Is.EqualTo(market.Needs.Count(n => n.IsOpen)));
    });

    [Test]
    public async Task Sync_ItemClosed_Leaves()
    {
        await using var data = await TestDatabase.CreateAsync();
        using var feed = TestDatabase.FeedOf(data.Database);
        var listing = await data.Database.PostAsync(Posting.Listing("氢燃料电池"));
        var need = await data.Database.PostAsync(Posting.Need("氢燃料电池"));
        await feed.SyncAsync(CancellationToken.None);
        Assert.That(feed.Ask((index, _) => index.Rank(Side.Need, need.Id, 5)), Has.Count.EqualTo(1));
        await data.Database.DoAsync(listing, ListingAction.Reserve);
        await feed.SyncAsync(CancellationToken.None);
        Assert.That(feed.Ask((index, _) => index.Rank(Side.Need, need.Id, 5)), Is.Empty);
        Assert.That(feed.Ask((index, _) => index.Count(Side.Listing)), Is.Zero);
    }

    [Test]
    public async Task Sync_WhileWriting_ShowsWholeCommitsOnly()
    {
        await using var data = await TestDatabase.CreateAsync();
        var other = data.Open();
        using var feed = TestDatabase.FeedOf(data.Database);
        using var stop = new CancellationTokenSource();
        var writers = Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => PostPairsAsync(i % 2 == 0 ? data.Database : other, stop.Token))));
        for (var i = 0; i < 150 || feed.Seq < 100; i++)
        {
            await feed.SyncAsync(CancellationToken.None);
            var (listings, needs, seq) = feed.Ask((index, at) => (index.Count(Side.Listing), index.Count(Side.Need), at));
            Assert.That((needs, seq), Is.EqualTo((listings, 2L * listings)), "a listing and its need are one commit");
        }

        await stop.CancelAsync();
        await writers;
    }

    [Test]
    public async Task Sync_RowThatCannotBeRead_IsLeftOutAloneUntilItIsRight()
    {
        await using var data = await TestDatabase.CreateAsync();
        using var feed = TestDatabase.FeedOf(data.Database);
        var bad = await data.Database.PostAsync(Posting.Need("坏"));
        await data.RunAsync("UPDATE Need SET Keywords = '{' WHERE Id = @Id", new { bad.Id });
        var good = await data.Database.PostAsync(Posting.Need("好"));
        await feed.SyncAsync(CancellationToken.None);
        Assert.Multiple(() =>
        {
            Assert.That(feed.Seq, Is.EqualTo(2));
            Assert.That(feed.Ask((index, _) => index.Count(Side.Need)), Is.EqualTo(1));
            Assert.That(feed.FaultOf(Side.Need, bad.Id), Is.InstanceOf<System.Text.Json.JsonException>());
            Assert.That(feed.FaultOf(Side.Need, good.Id), Is.Null);
        });

        await data.Database.ReviseAsync(bad, "又好");
        await feed.SyncAsync(CancellationToken.None);
        Assert.That(feed.Ask((index, _) => index.Count(Side.Need)), Is.EqualTo(2));
        Assert.That(feed.FaultOf(Side.Need, bad.Id), Is.Null);
    }

    private static async Task PostPairsAsync(Database database, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await database.WriteAsync(
                async s =>
                {
                    await ListingStore.InsertAsync(s, Posting.Listing("卫星终端"));
                    await NeedStore.InsertAsync(s, Posting.Need("卫星终端"));
                    return true;
                },
                CancellationToken.None);
        }
    }

    private static string Answers(MarketFeed feed, RandomMarket market) => feed.Ask((index, _) => string.Join('\n',
        market.Listings.Select(l => StoredJson.Write(index.Rank(Side.Listing, l.Id, 50)))
            .Concat(market.Needs.Select(n => StoredJson.Write(index.Rank(Side.Need, n.Id, 50))))));
}
