using TechBroker.Contracts.Messages;
using TechBroker.Domain.Listings;
using TechBroker.Domain.Needs;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Leases;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Workers.Periodic;

/// <summary>Every hour: closes listings and needs whose last day has passed.</summary>
internal sealed class Expiry(TimeProvider clock) : IPeriodicRound
{
    private const int AtOnce = 500;

    public string Name => "Closing listings and needs whose last day has passed";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task RunAsync(HeldLease lease, CancellationToken ct)
    {
        while (await lease.WriteAsync(CloseSomeAsync, ct) >= AtOnce)
        {
        }
    }

    /// <returns>How many were closed; what cannot be closed does not count, or it would be tried again at once and forever.</returns>
    private async Task<int> CloseSomeAsync(WriteSession session)
    {
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var closed = 0;
        var listings = await ListingStore.OverdueAsync(session, today, AtOnce);
        foreach (var listing in listings)
        {
            if (listing.Do(ListingAction.Expire, now, lifetimeDays: 0).Is(out var expired, out _))
            {
                await ListingStore.UpdateAsync(session, expired, ListingAction.Expire.Done());
                await session.PublishAsync(new ListingClosed { ListingId = expired.Id, Revision = expired.Revision, At = now }, now);
                closed++;
            }
        }

        var needs = await NeedStore.OverdueAsync(session, today, AtOnce);
        foreach (var need in needs)
        {
            if (need.Do(NeedAction.Expire, now, lifetimeDays: 0).Is(out var expired, out _))
            {
                await NeedStore.UpdateAsync(session, expired, NeedAction.Expire.Done());
                await session.PublishAsync(new NeedClosed { NeedId = expired.Id, Revision = expired.Revision, At = now }, now);
                closed++;
            }
        }

        return closed;
    }
}
