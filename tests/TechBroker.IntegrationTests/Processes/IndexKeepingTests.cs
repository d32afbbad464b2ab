using Microsoft.Extensions.Logging.Abstractions;
using TechBroker.IntegrationTests.Storage;
using TechBroker.IntegrationTests.Workers;
using TechBroker.Matching;
using TechBroker.Storage.Market;
using TechBroker.Workers.Processes;

namespace TechBroker.IntegrationTests.Processes;

internal sealed class IndexKeepingTests
{
    private readonly ManualClock clock = new(Posting.Now);

    [Test]
    public async Task Keep_AMarketThatChanges_IsSavedAfterManyChangesOrHoursOrAtTheEnd()
    {
        await using var data = await TestDatabase.CreateAsync();
        var file = new IndexFile(data.Folder);
        using var feed = new MarketFeed(data.Database, new MarketIndex(MatchingParameters.Default), file);
        using var keeping = new IndexKeeping(feed, clock, NullLogger<IndexKeeping>.Instance, fewestItems: 30);
        await PostAsync(data, 29);
        await keeping.KeepAsync(atEnd: false, CancellationToken.None);
        Assert.That((file.Exists, feed.Seq), Is.EqualTo((false, 29)), "a small market needs no file");

        await PostAsync(data, 31);
        await keeping.KeepAsync(atEnd: false, CancellationToken.None);
        Assert.That((file.Exists, feed.SavedSeq), Is.EqualTo((true, 60)), "all of it is new");

        await PostAsync(data, 1);
        await keeping.KeepAsync(atEnd: false, CancellationToken.None);
        Assert.That(feed.SavedSeq, Is.EqualTo(60), "one of sixty is not worth the writing yet");
        clock.Advance(TimeSpan.FromHours(6));
        await keeping.KeepAsync(atEnd: false, CancellationToken.None);
        Assert.That(feed.SavedSeq, Is.EqualTo(61));

        await PostAsync(data, 1);
        await feed.SyncAsync(CancellationToken.None);
        await keeping.KeepAsync(atEnd: true, CancellationToken.None);
        Assert.That(feed.SavedSeq, Is.EqualTo(62), "an orderly stop");
    }

    [Test]
    public async Task Keep_BeforeAnythingWasRead_LeavesTheFileAlone()
    {
        await using var data = await TestDatabase.CreateAsync();
        await PostAsync(data, 1);
        var file = new IndexFile(data.Folder);
        using (var earlier = new MarketFeed(data.Database, new MarketIndex(MatchingParameters.Default), file))
        {
            await earlier.SyncAsync(CancellationToken.None);
            await earlier.SaveAsync(CancellationToken.None);
        }

        using var feed = new MarketFeed(data.Database, new MarketIndex(MatchingParameters.Default), file);
        using var keeping = new IndexKeeping(feed, clock, NullLogger<IndexKeeping>.Instance);
        await keeping.KeepAsync(atEnd: true, CancellationToken.None);

        Assert.That(file.Exists, Is.True);
    }

    private static async Task PostAsync(TestDatabase data, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await data.Database.PostAsync(Posting.Listing("氢燃料电池"));
        }
    }
}
