using Microsoft.Extensions.Logging.Abstractions;
using TechBroker.IntegrationTests.Storage;
using TechBroker.IntegrationTests.Support;
using TechBroker.Storage.Leases;
using TechBroker.Storage.Sql;
using TechBroker.Workers;
using TechBroker.Workers.Periodic;

namespace TechBroker.IntegrationTests.Workers;

internal sealed class PeriodicWorkTests
{
    private TestDatabase data = null!;

    [SetUp]
    public async Task CreateAsync() => data = await TestDatabase.CreateAsync();

    [TearDown]
    public ValueTask DisposeAsync() => data.DisposeAsync();

    [Test]
    public async Task Run_TwoProcesses_OneWorksUntilItStopsThenTheOther()
    {
        var (first, second) = (new Counting(), new Counting());
        using var one = Work(data.Database, first);
        await one.StartAsync(CancellationToken.None);
        await Eventually.BecomesAsync(() => Task.FromResult(first.Rounds > 2), "rounds");
        using var other = Work(data.Open(), second);
        await other.StartAsync(CancellationToken.None);
        var seen = first.Rounds;
        await Eventually.BecomesAsync(() => Task.FromResult(first.Rounds > seen + 2), "more rounds");
        Assert.That(second.Rounds, Is.Zero);

        await one.StopAsync(CancellationToken.None);
        await Eventually.BecomesAsync(() => Task.FromResult(second.Rounds > 0), "the other to go on");
        await other.StopAsync(CancellationToken.None);
    }

    [Test]
    public async Task Run_RoundThatFails_IsTriedAgainAndHoldsUpNoOther()
    {
        var (bad, good) = (new Counting { Fails = true }, new Counting());
        using var work = new PeriodicWork(data.Database, [bad, good], new WorkerOptions { LeaseSeconds = 3 }, TimeProvider.System, NullLogger<PeriodicWork>.Instance);
        await work.StartAsync(CancellationToken.None);
        await Eventually.BecomesAsync(() => Task.FromResult(bad.Rounds > 2 && good.Rounds > 2), "both to go on");
        await work.StopAsync(CancellationToken.None);
    }

    [Test]
    public async Task Run_LeaseTakenAway_StopsItAndAsksAgain()
    {
        var counting = new Counting();
        using var work = Work(data.Database, counting);
        await work.StartAsync(CancellationToken.None);
        await Eventually.BecomesAsync(() => Task.FromResult(counting.Rounds > 0), "a round");
        await data.RunAsync("UPDATE Lease SET Holder = 'another', Fence = Fence + 1, Until = @until", new { until = DateTimeOffset.UtcNow.AddSeconds(2) });
        await Eventually.BecomesAsync(async () => await data.FirstAsync<long>("SELECT Fence FROM Lease") == 3, "it to take the lease when the other has let it run out");
        var seen = counting.Rounds;
        await Eventually.BecomesAsync(() => Task.FromResult(counting.Rounds > seen), "rounds again");
        await work.StopAsync(CancellationToken.None);
    }

    private static PeriodicWork Work(Database database, IPeriodicRound round) =>
        new(database, [round], new WorkerOptions { LeaseSeconds = 3 }, TimeProvider.System, NullLogger<PeriodicWork>.Instance);

    private sealed class Counting : IPeriodicRound
    {
        private int rounds;

        public int Rounds => Volatile.Read(ref rounds);

        public bool Fails { get; init; }

        public string Name => "counting";

        public TimeSpan Every => TimeSpan.FromMilliseconds(50);

        public async Task RunAsync(HeldLease lease, CancellationToken ct)
        {
            await lease.WriteAsync(s => s.RunAsync("UPDATE Counter SET Value = Value"), ct);
            Interlocked.Increment(ref rounds);
            if (Fails)
            {
                throw new InvalidOperationException("on purpose");
            }
        }
    }
}
