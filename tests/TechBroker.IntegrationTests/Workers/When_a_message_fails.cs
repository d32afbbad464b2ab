using TechBroker.IntegrationTests.Storage;
using TechBroker.IntegrationTests.Support;
using TechBroker.Storage.Bus;
using TechBroker.Workers;

namespace TechBroker.IntegrationTests.Workers;

internal sealed class When_a_message_fails
{
    [Test]
    public async Task Should_park_poison_with_its_reason_and_finish_its_neighbours()
    {
        await using var bus = await BusFixture.StartAsync(new WorkerOptions { BatchSize = 9, BatchWaitMilliseconds = 20_000, PollMilliseconds = 20, ProposeLevel = 1 });
        var poison = Guid.NewGuid();
        await ForbidMatchesOfAsync(bus, poison);
        await bus.Data.Database.WriteAsync(
            async s =>
            {
                for (var i = 0; i < 9; i++)
                {
                    await TechBroker.Storage.Market.ListingStore.InsertAsync(s, Posting.Listing(Words.Unique(i)));
                }

                return true;
            },
            CancellationToken.None);
        await Task.WhenAll(Enumerable.Range(0, 9).Select(i => bus.Data.Database.PostAsync(Posting.Need(Words.Unique(i), i == 4 ? poison : null))));
        await bus.DrainAsync();

        Assert.That(await bus.Data.CountAsync("Match"), Is.EqualTo(8));
        var parked = (await bus.Data.Database.ReadAsync(s => ParkedMessageStore.PageAsync(s, null, null, 10), CancellationToken.None)).Single();
        Assert.Multiple(() =>
        {
            Assert.That(parked.Reason, Does.StartWith("SqliteException").And.Contains("forbidden"));
            Assert.That((parked.Type, parked.Consumer), Is.EqualTo(("NeedPosted", "NeedPostedConsumer")));
            Assert.That(parked.Body, Does.Contain(poison.ToString()));
        });

        await bus.Data.RunAsync("DROP TRIGGER Forbid");
        await ReplayAsync(bus, parked);
        await Eventually.BecomesAsync(async () => await bus.Data.CountAsync("Match") == 9, "the replayed message's match");
        Assert.That(await bus.Data.CountAsync("ParkedMessage"), Is.EqualTo(1));
    }

    [Test]
    public async Task Should_park_an_item_that_cannot_be_indexed_and_score_the_rest()
    {
        await using var bus = await BusFixture.StartAsync();
        var listing = Posting.Listing("存算一体芯片");
        await bus.Data.RunAsync("CREATE TRIGGER Break AFTER INSERT ON Need WHEN NEW.Title = '坏' BEGIN UPDATE Need SET Keywords = '[' WHERE Id = NEW.Id; END");
        await bus.Data.Database.PostAsync(listing);
        await bus.Data.Database.PostAsync(Posting.Need("坏"));
        await bus.Data.Database.PostAsync(Posting.Need("存算一体芯片"));
        await bus.DrainAsync();
        Assert.That(await bus.Data.CountAsync("Match"), Is.EqualTo(1));
        Assert.That(await bus.Data.FirstAsync<string>("SELECT Reason FROM ParkedMessage"), Does.StartWith("InvalidDataException: The need cannot be indexed"));
    }

    [Test]
    public async Task Should_try_again_when_the_database_was_full()
    {
        await using var bus = await BusFixture.StartAsync();
        await bus.Data.Database.PostAsync(Posting.Listing("矿用卡车无人驾驶"));
        await bus.DrainAsync();

        // The next write that needs a page fails with SQLITE_FULL; the writer's fresh connection is without the limit.
        await bus.Data.RunAsync("CREATE TABLE Ballast (Text TEXT)");
        await bus.Data.RunAsync("CREATE TRIGGER Grow BEFORE INSERT ON Match BEGIN INSERT INTO Ballast VALUES (hex(zeroblob(50000))); END");
        await bus.Data.Database.WriteAsync(
            async s =>
            {
                await TechBroker.Storage.Market.NeedStore.InsertAsync(s, Posting.Need("矿用卡车无人驾驶"));
                await s.FirstAsync<long>("PRAGMA max_page_count = 1");
                return true;
            },
            CancellationToken.None);
        await bus.Data.RunAsync(
            """
            INSERT INTO Outbox (MessageId, Type, Body, CreatedAt)
            SELECT '11111111-1111-4111-8111-111111111111', 'NeedPosted', json_object('needId', Id, 'revision', 1, 'at', CreatedAt), CreatedAt FROM Need
            """);
        await Eventually.BecomesAsync(async () => await bus.Data.CountAsync("Match") == 1, "the match after the retry");
        await bus.DrainAsync();
        Assert.That(await bus.Data.CountAsync("Ballast"), Is.EqualTo(1));
        Assert.That(await bus.Data.CountAsync("ParkedMessage"), Is.Zero, "trouble of the database is not the message's");
    }

    private static Task<int> ForbidMatchesOfAsync(BusFixture bus, Guid need) => bus.Data.RunAsync(
        $"CREATE TRIGGER Forbid BEFORE INSERT ON Match WHEN NEW.NeedId = '{need:D}' BEGIN SELECT RAISE(ABORT, 'forbidden'); END");

    private static Task<bool> ReplayAsync(BusFixture bus, ParkedMessage parked) => bus.Data.Database.WriteAsync(
        async s =>
        {
            await ParkedMessageStore.ReplayAsync(s, parked, Posting.Now);
            return true;
        },
        CancellationToken.None);
}
