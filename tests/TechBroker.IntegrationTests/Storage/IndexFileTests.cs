using TechBroker.Matching;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.IntegrationTests.Storage;

internal sealed class IndexFileTests
{
    [Test]
    public void Start_WithAFile_EqualsAFreshIndexAndGoesOn() => Properties.HoldForSeeds(5, async random =>
    {
        await using var data = await TestDatabase.CreateAsync();
        var market = new RandomMarket(data.Database, random);
        await ChangeAsync(market, 30);
        await SaveAsync(data);
        await ChangeAsync(market, 10);

        using var started = FeedOf(data);
        using var fresh = TestDatabase.FeedOf(data.Database);
        await started.SyncAsync(CancellationToken.None);
        await fresh.SyncAsync(CancellationToken.None);

        Assert.That(started.SavedSeq, Is.EqualTo(30), "it did begin with the file");
        Assert.That(started.Seq, Is.EqualTo(40));
        Assert.That(Answers(started, market), Is.EqualTo(Answers(fresh, market)));
    });

    [Test]
    public async Task Start_DatabaseErasedSomethingSince_ItDoesNotComeBack()
    {
        await using var data = await TestDatabase.CreateAsync();
        await data.Database.PostAsync(Posting.Listing("氢燃料电池"));
        var erased = await data.Database.PostAsync(Posting.Need("氢燃料电池"));
        await SaveAsync(data);
        await data.RunAsync("DELETE FROM DuplicateKey WHERE ItemId = @Id", new { erased.Id });
        await data.RunAsync("DELETE FROM Need WHERE Id = @Id", new { erased.Id });

        using var started = FeedOf(data);
        await started.SyncAsync(CancellationToken.None);

        Assert.That(started.SavedSeq, Is.EqualTo(2));
        Assert.That(started.Ask((index, _) => (index.Count(Side.Listing), index.Count(Side.Need))), Is.EqualTo((1, 0)));
    }

    [TestCase("damaged")]
    [TestCase("cut")]
    [TestCase("empty")]
    [TestCase("of other parameters")]
    [TestCase("of another database")]
    [TestCase("without an item")]
    public async Task Start_FileThatCannotBeUsed_ReadsTheDatabase(string what)
    {
        await using var data = await TestDatabase.CreateAsync();
        await data.Database.PostAsync(Posting.Listing("氢燃料电池"));
        var need = await data.Database.PostAsync(Posting.Need("氢燃料电池"));
        await SaveAsync(data);
        await SpoilAsync(data, what);

        using var started = FeedOf(data);
        await started.SyncAsync(CancellationToken.None);

        Assert.That(started.SavedSeq, Is.Zero);
        Assert.That(started.Seq, Is.EqualTo(await data.FirstAsync<long>("SELECT Value FROM Counter WHERE Name = 'market'")));
        Assert.That(started.Ask((index, _) => index.Rank(Side.Need, need.Id, 5)), Is.Not.Empty);

        // And the next file is good again.
        await started.SaveAsync(CancellationToken.None);
        using var next = FeedOf(data);
        await next.SyncAsync(CancellationToken.None);
        Assert.That(next.SavedSeq, Is.EqualTo(started.Seq));
    }

    [Test]
    public async Task Save_AFile_IsForTheProgramsUserAloneAndLeavesNothingBeside()
    {
        await using var data = await TestDatabase.CreateAsync();
        await data.Database.PostAsync(Posting.Listing("氢燃料电池"));
        await SaveAsync(data);
        await SaveAsync(data);

        var file = new IndexFile(data.Folder).Path;
        Assert.That(Directory.GetFiles(Path.GetDirectoryName(file)!), Is.EqualTo(new[] { file }));
        if (!OperatingSystem.IsWindows())
        {
            Assert.That(File.GetUnixFileMode(file), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        }
    }

    [Test]
    public async Task Save_WhileAnItemIsLeftOut_WritesNothing()
    {
        await using var data = await TestDatabase.CreateAsync();
        var bad = await data.Database.PostAsync(Posting.Need("坏"));
        await data.RunAsync("UPDATE Need SET Keywords = '{' WHERE Id = @Id", new { bad.Id });
        await SaveAsync(data);

        Assert.That(new IndexFile(data.Folder).Exists, Is.False);
    }

    private static MarketFeed FeedOf(TestDatabase data, MatchingParameters? parameters = null) =>
        new(data.Database, new MarketIndex(parameters ?? MatchingParameters.Default), new IndexFile(data.Folder));

    private static async Task SaveAsync(TestDatabase data, MatchingParameters? parameters = null)
    {
        using var feed = FeedOf(data, parameters);
        await feed.SyncAsync(CancellationToken.None);
        await feed.SaveAsync(CancellationToken.None);
    }

    private static async Task SpoilAsync(TestDatabase data, string what)
    {
        var path = new IndexFile(data.Folder).Path;
        var bytes = await File.ReadAllBytesAsync(path);
        switch (what)
        {
            case "damaged":
                bytes[bytes.Length / 2] ^= 1;
                await File.WriteAllBytesAsync(path, bytes);
                break;
            case "cut":
                await File.WriteAllBytesAsync(path, bytes[..^5]);
                break;
            case "empty":
                await File.WriteAllBytesAsync(path, []);
                break;
            case "of other parameters":
                await SaveAsync(data, MatchingParameters.Default with { Version = "other" });
                break;
            case "of another database":
                await using (var other = await TestDatabase.CreateAsync())
                {
                    await other.Database.PostAsync(Posting.Listing("别的"));
                    await other.Database.PostAsync(Posting.Need("别的"));
                    await SaveAsync(other);
                    File.Copy(new IndexFile(other.Folder).Path, path, overwrite: true);
                }

                break;
            default:
                // An item that is older than the file and not in it: a history that the file does not know.
                await data.Database.PostAsync(Posting.Listing("补录"));
                await data.RunAsync("UPDATE Listing SET ChangeSeq = 1 WHERE Title = '补录'");
                break;
        }
    }

    private static async Task ChangeAsync(RandomMarket market, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await market.ChangeAsync();
        }
    }

    private static string Answers(MarketFeed feed, RandomMarket market) => feed.Ask((index, _) => string.Join('\n',
        market.Listings.Select(l => StoredJson.Write(index.Rank(Side.Listing, l.Id, 50)))
            .Concat(market.Needs.Select(n => StoredJson.Write(index.Rank(Side.Need, n.Id, 50))))));
}
