using TechBroker.IntegrationTests.Workers;
using TechBroker.Storage.Leases;
using TechBroker.Storage.Sql;

namespace TechBroker.IntegrationTests.Storage;

internal sealed class LeaseTests
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);
    private TestDatabase data = null!;
    private ManualClock clock = null!;

    [SetUp]
    public async Task CreateAsync() => (data, clock) = (await TestDatabase.CreateAsync(), new ManualClock(Posting.Now));

    [TearDown]
    public ValueTask DisposeAsync() => data.DisposeAsync();

    [Test]
    public async Task Take_ByManyProcessesAtOnce_IsOnesAlone()
    {
        for (var round = 0; round < 5; round++)
        {
            var others = Enumerable.Range(0, 8).Select(_ => data.Open()).ToList();
            var taken = await Task.WhenAll(others.Select(o => Task.Run(() => TakeAsync(o))));
            Assert.That(taken.Count(t => t is not null), Is.EqualTo(1));
            Assert.That(taken.Single(t => t is not null)!.Fence, Is.EqualTo(round + 1));
            await taken.Single(t => t is not null)!.DisposeAsync();
        }
    }

    [Test]
    public async Task Write_ByAHolderWhoseLeaseHasRunOut_IsRefusedWhoeverHasIt()
    {
        await using var first = await TakeAsync(data.Database);
        await first!.WriteAsync(s => s.RunAsync("UPDATE Counter SET Value = Value"), CancellationToken.None);
        clock.Advance(Lasts);
        Assert.That(() => WriteAsync(first), Throws.TypeOf<LeaseLostException>(), "nobody has it");

        await using var second = await TakeAsync(data.Open());
        Assert.That(() => WriteAsync(first), Throws.TypeOf<LeaseLostException>(), "somebody else has it");
        Assert.That(second!.Fence, Is.EqualTo(2));
        await WriteAsync(second);
        Assert.That(await data.FirstAsync<int>("SELECT COUNT(*) FROM Counter WHERE Name = 'written'"), Is.EqualTo(1));
    }

    [Test]
    public async Task Write_WhileHeld_ProlongsIt()
    {
        await using var lease = await TakeAsync(data.Database);
        for (var i = 0; i < 3; i++)
        {
            clock.Advance(Lasts * 0.9);
            await lease!.WriteAsync(s => s.RunAsync("UPDATE Counter SET Value = Value"), CancellationToken.None);
            Assert.That(await TakeAsync(data.Database), Is.Null);
        }
    }

    [Test]
    public async Task Dispose_LetsTheNextOneTakeItAtOnce()
    {
        await (await TakeAsync(data.Database))!.DisposeAsync();
        await using var next = await TakeAsync(data.Database);
        Assert.That(next, Is.Not.Null);
    }

    [Test]
    public async Task Hold_WithoutWriting_IsProlongedInTheBackgroundAndToldWhenLost()
    {
        var brief = TimeSpan.FromSeconds(1);
        await using var lease = await HeldLease.TryTakeAsync(data.Database, TimeProvider.System, "work", brief, CancellationToken.None);
        var began = await UntilAsync();
        await Support.Eventually.BecomesAsync(async () => await UntilAsync() > began + brief, "it to be prolonged beyond its time");
        Assert.That(lease!.Lost.IsCancellationRequested, Is.False);

        await data.RunAsync("UPDATE Lease SET Holder = 'another', Fence = Fence + 1");
        await Support.Eventually.BecomesAsync(() => Task.FromResult(lease.Lost.IsCancellationRequested), "the loss to be noticed");
    }

    private async Task<DateTimeOffset> UntilAsync() => await data.FirstAsync<DateTimeOffset>("SELECT Until FROM Lease");

    private Task<HeldLease?> TakeAsync(Database database) => HeldLease.TryTakeAsync(database, clock, "work", Lasts, CancellationToken.None);

    private static Task WriteAsync(HeldLease lease) =>
        lease.WriteAsync(s => s.RunAsync("INSERT INTO Counter (Name, Value) VALUES ('written', 1)"), CancellationToken.None);
}
