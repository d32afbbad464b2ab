using TechBroker.Storage.Bus;
using TechBroker.Storage.Leases;
using TechBroker.Storage.Sql;

namespace TechBroker.Workers.Periodic;

/// <summary>Every hour: takes away what bus and live stream no longer need, as <see cref="RetentionOptions"/> says.</summary>
internal sealed class BusRound(RetentionOptions retention, TimeProvider clock) : IPeriodicRound
{
    // A few milliseconds of writing: whoever posts meanwhile does not notice.
    private const int AtOnce = 300;

    // Processes say every few seconds that they are there.
    private static readonly TimeSpan Gone = TimeSpan.FromDays(1);

    public string Name => "Taking away old inbox rows and events";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task RunAsync(HeldLease lease, CancellationToken ct)
    {
        await AllAsync(BusRetention.InboxAsync, retention.InboxDays, lease, ct);
        await AllAsync(BusRetention.EventsAsync, retention.EventDays, lease, ct);
        await AllAsync(BusRetention.ReplayedMessagesAsync, retention.ReplayedMessageDays, lease, ct);
        await lease.WriteAsync(s => BusRetention.ProcessesAndLeasesAsync(s, clock.GetUtcNow() - Gone), ct);
    }

    private async Task AllAsync(Func<WriteSession, DateTimeOffset, int, Task<int>> take, int days, HeldLease lease, CancellationToken ct)
    {
        var before = clock.GetUtcNow().AddDays(-days);
        while (await lease.WriteAsync(s => take(s, before, AtOnce), ct) == AtOnce)
        {
        }
    }
}
