using Microsoft.Extensions.Logging.Abstractions;
using TechBroker.IntegrationTests.CommandLine.Support;
using TechBroker.IntegrationTests.Storage;
using TechBroker.IntegrationTests.Support;
using TechBroker.Workers;
using TechBroker.Workers.Periodic;

namespace TechBroker.IntegrationTests.Reliability;

/// <summary>R9: a process is stopped past its lease, another does its periodic work, and the first one, woken, writes nothing of it.</summary>
internal sealed class StoppedWorkerTests
{
    [Test]
    public async Task Stop_PastTheLeaseOfPeriodicWork_TheOtherDoesItOnceAndTheFirstStepsBack()
    {
        using var files = new Scratch();
        using var first = await ServerProcess.StartAsync(files.Path("data"), new Dictionary<string, string> { ["Workers__LeaseSeconds"] = "3" });
        await using var data = DataFolder.Open(first.DataDirectory);
        await Eventually.BecomesAsync(async () => await data.FirstAsync("SELECT COUNT(*) FROM Lease") == 1, "the lease to be taken");
        await first.StandStillAsync();

        // Overdue only now, so that it is certain who closes it.
        var over = Posting.Listing("到期") with { ExpiresOn = new DateOnly(2020, 1, 1) };
        await data.Database.PostAsync(over);
        using var second = new PeriodicWork(
            data.Database, [new Expiry(TimeProvider.System)], new WorkerOptions { LeaseSeconds = 3 }, TimeProvider.System, NullLogger<PeriodicWork>.Instance);
        await second.StartAsync(CancellationToken.None);
        await Eventually.BecomesAsync(async () => await data.FirstAsync("SELECT COUNT(*) FROM Listing WHERE State = 'expired'") == 1, "the second to close it");

        await first.SignalAsync("CONT");
        await Eventually.BecomesAsync(() => Task.FromResult(first.Output.Contains("taken over by another process", StringComparison.Ordinal)), "the first to step back");
        Assert.That(await data.FirstAsync($"SELECT COUNT(*) FROM MarketRevision WHERE ItemId = '{over.Id}'"), Is.EqualTo(2), "posted and closed, once each");
        Assert.That(await data.FirstAsync("SELECT Fence FROM Lease WHERE Name = 'periodic-work'"), Is.EqualTo(2));
        await second.StopAsync(CancellationToken.None);
        await Eventually.BecomesAsync(async () => await data.FirstAsync("SELECT Fence FROM Lease WHERE Name = 'periodic-work'") == 3, "the first to take it back");
        Assert.That(await first.TerminateAsync(), Is.Zero);
    }
}
