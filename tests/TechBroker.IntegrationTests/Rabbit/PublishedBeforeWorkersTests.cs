using TechBroker.IntegrationTests.Storage;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.Rabbit;

/// <summary>R5: the API alone, on a broker that has never seen a worker; and what several relays make of one outbox.</summary>
internal sealed class PublishedBeforeWorkersTests
{
    // 10,000 by hand; see quality.md, R5.
    private const int Posts = 500;

    [Test]
    public async Task Post_BeforeTheFirstWorker_IsMatchedOnceItIsThere()
    {
        await using var place = await Installation.OnAsync(await Broker.SharedAsync());
        var server = await place.ServeAsync();
        for (var i = 0; i < Posts / 2; i++)
        {
            await Task.WhenAll(server.Database.PostAsync(Posting.Listing(Words.Unique(i))), server.Database.PostAsync(Posting.Need(Words.Unique(i))));
        }

        await place.DrainAsync();
        await Eventually.BecomesAsync(
            async () => await place.MessagesAsync("techbroker-listing-published") == Posts / 2 && await place.MessagesAsync("techbroker-need-posted") == Posts / 2,
            "every message in its queue");
        await place.WorkAsync();
        await Eventually.BecomesAsync(
            async () => await place.Data.FirstAsync("SELECT COUNT(*) FROM Inbox WHERE Consumer IN ('ListingPublishedConsumer', 'NeedPostedConsumer')") == Posts, "every message to be dealt with");
        Assert.That(await place.Data.FirstAsync("SELECT COUNT(*) FROM (SELECT DISTINCT ListingId, NeedId FROM Match)"), Is.GreaterThanOrEqualTo(Posts / 2));
        Assert.That(await place.CountAsync("ParkedMessage"), Is.Zero);
    }

    [Test]
    public async Task Relays_SeveralOnOneOutbox_PublishEachRowAndLoseNone()
    {
        await using var place = await Installation.OnAsync(await Broker.SharedAsync());
        await using var data = await OutboxRows.CreateAsync(place.Folder);
        await data.AddAsync(2_000);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => place.ServeAsync(s => s.Bus.PublishBatch = 50)));
        await place.DrainAsync();

        var published = await ReceivedMessages.AllAsync(place, "techbroker-need-closed", 2_000);
        Assert.That(published.Distinct(), Is.EquivalentTo(data.Added), "every row, and nothing else");
        Assert.That(published, Has.Count.EqualTo(2_000), "nobody was slow enough to lose a lease, so each once");
    }

    [Test]
    public async Task Lease_OfARelayThatIsGone_IsTakenOverWhenItEnds()
    {
        await using var place = await Installation.OnAsync(await Broker.SharedAsync());
        await using var data = await OutboxRows.CreateAsync(place.Folder);
        await data.AddAsync(20, leasedBy: "a relay that was killed", DateTimeOffset.UtcNow.AddHours(1));
        await data.AddAsync(3);
        await place.ServeAsync();
        await place.CountsAsync("Outbox", 20);
        Assert.That(await place.MessagesAsync("techbroker-need-closed"), Is.EqualTo(3), "those of another are left alone while its lease lasts");

        await data.RunAsync("UPDATE Outbox SET LeasedUntil = '2026-01-01T00:00:00.0000000Z'");
        await place.DrainAsync();
        Assert.That(await ReceivedMessages.AllAsync(place, "techbroker-need-closed", 23), Is.EquivalentTo(data.Added));
    }

    [Test]
    public async Task Row_OfATypeThatANewerVersionWrote_IsLeftAloneAndParkedInTheEnd()
    {
        await using var place = await Installation.OnAsync(await Broker.SharedAsync());
        await using var data = await OutboxRows.CreateAsync(place.Folder);
        await data.RunAsync("INSERT INTO Outbox (MessageId, Type, Body, CreatedAt) VALUES (@id, 'FutureThing', '{}', @at)", new { id = Guid.NewGuid(), at = DateTimeOffset.UtcNow });
        await data.AddAsync(5);
        await place.ServeAsync();
        await place.CountsAsync("Outbox", 1);
        await Eventually.BecomesAsync(() => Task.FromResult(place.Log.Lines.Any(l => l.Contains("FutureThing", StringComparison.Ordinal))), "a sentence about it");
        Assert.That(await place.CountAsync("ParkedMessage"), Is.Zero);
        Assert.That(await place.Data.FirstAsync("SELECT COUNT(*) FROM Outbox WHERE Type = 'FutureThing' AND LeasedBy IS NULL"), Is.EqualTo(1));

        // Two hours later; another process comes up and looks.
        await data.RunAsync("UPDATE Outbox SET CreatedAt = @at", new { at = DateTimeOffset.UtcNow.AddHours(-2) });
        await place.ServeAsync();
        await place.CountsAsync("ParkedMessage", 1);
        await place.CountsAsync("Outbox", 0);
    }
}
