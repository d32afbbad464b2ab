using Microsoft.Extensions.Logging.Abstractions;
using TechBroker.IntegrationTests.Storage;
using TechBroker.IntegrationTests.Support;
using TechBroker.Workers;
using TechBroker.Workers.Periodic;

namespace TechBroker.IntegrationTests.Workers;

internal sealed class ExpiryTests
{
    private TestDatabase data = null!;

    [SetUp]
    public async Task CreateAsync() => data = await TestDatabase.CreateAsync();

    [TearDown]
    public ValueTask DisposeAsync() => data.DisposeAsync();

    [Test]
    public async Task Start_LastDayHasPassed_ClosesWithAMessageAndLeavesTheRest()
    {
        var over = Posting.Now.AddDays(-400);
        var today = DateOnly.FromDateTime(Posting.Now.UtcDateTime);
        var listing = await data.Database.PostAsync(Posting.Listing("甲") with { ExpiresOn = today.AddDays(-1), CreatedAt = over });
        var need = await data.Database.PostAsync(Posting.Need("乙") with { ExpiresOn = today.AddDays(-1), CreatedAt = over });
        var last = await data.Database.PostAsync(Posting.Need("丙") with { ExpiresOn = today });
        using var expiry = await StartAsync();
        await ClosedAsync(2);
        Assert.That(await data.ListAsync<Guid>("SELECT Id FROM Need WHERE State = 'published'"), Is.EqualTo(new[] { last.Id }));
        Assert.That(await data.FirstAsync<string>("SELECT Body FROM Outbox WHERE Type = 'ListingClosed'"), Does.Contain(listing.Id.ToString()).And.Contain("\"revision\":2"));
        Assert.That(await data.FirstAsync<string>("SELECT Body FROM Outbox WHERE Type = 'NeedClosed'"), Does.Contain(need.Id.ToString()));
        Assert.That(await data.CountAsync("MarketRevision"), Is.EqualTo(5));
        await expiry.StopAsync(CancellationToken.None);
    }

    [Test]
    public async Task Start_MoreThanOneTransactionTakes_ClosesAll()
    {
        var over = DateOnly.FromDateTime(Posting.Now.UtcDateTime).AddDays(-1);
        await Task.WhenAll(Enumerable.Range(0, 620).Select(i => data.Database.PostAsync(Posting.Listing($"{i}") with { ExpiresOn = over })));
        using var expiry = await StartAsync();
        await ClosedAsync(620);
        await expiry.StopAsync(CancellationToken.None);
    }

    [Test]
    public async Task Start_RowThatCannotBeRead_GoesOnRunning()
    {
        await data.Database.PostAsync(Posting.Need("丁") with { ExpiresOn = new DateOnly(2020, 1, 1) });
        await data.RunAsync("UPDATE Need SET Keywords = '['");
        var clock = new ManualClock(Posting.Now);
        using var expiry = Work(clock);
        await expiry.StartAsync(CancellationToken.None);
        await data.RunAsync("UPDATE Need SET UpdatedAt = UpdatedAt");
        Assert.That(expiry.ExecuteTask!.IsCompleted, Is.False, "an exception would have ended the whole program");
        await expiry.StopAsync(CancellationToken.None);
        Assert.That(expiry.ExecuteTask.IsFaulted, Is.False);
    }

    private async Task<PeriodicWork> StartAsync()
    {
        var expiry = Work(new ManualClock(Posting.Now));
        await expiry.StartAsync(CancellationToken.None);
        return expiry;
    }

    private PeriodicWork Work(ManualClock clock) => new(data.Database, [new Expiry(clock)], new WorkerOptions(), clock, NullLogger<PeriodicWork>.Instance);

    private Task ClosedAsync(int count) => Eventually.BecomesAsync(
        async () => await data.FirstAsync<int>("SELECT (SELECT COUNT(*) FROM Listing WHERE State = 'expired') + (SELECT COUNT(*) FROM Need WHERE State = 'expired')") == count,
        $"{count} to expire");
}
