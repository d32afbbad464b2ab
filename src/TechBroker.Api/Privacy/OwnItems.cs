using TechBroker.Contracts.Messages;
using TechBroker.Domain.Listings;
using TechBroker.Domain.Needs;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Privacy;

/// <summary>
/// What a person posted for no organisation: it is theirs, and goes where they go. What they posted for an organisation is that
/// organisation's, whatever becomes of them.
/// </summary>
internal static class OwnItems
{
    /// <summary>Off the market for good, with the engagements that nobody is bound by yet.</summary>
    public static async Task<(int Listings, int Needs)> WithdrawAsync(WriteSession session, Guid accountId, DateTimeOffset now)
    {
        var (listings, needs) = (0, 0);
        foreach (var listing in await ListingStore.OwnAsync(session, accountId))
        {
            if (listing.Do(ListingAction.Withdraw, now, lifetimeDays: 0).Is(out var withdrawn, out _))
            {
                await ListingStore.UpdateAsync(session, withdrawn, ListingAction.Withdraw.Done());
                await session.PublishAsync(new ListingClosed { ListingId = listing.Id, Revision = withdrawn.Revision, At = now }, now);
                listings++;
            }
        }

        foreach (var need in await NeedStore.OwnAsync(session, accountId))
        {
            if (need.Do(NeedAction.Withdraw, now, lifetimeDays: 0).Is(out var withdrawn, out _))
            {
                await NeedStore.UpdateAsync(session, withdrawn, NeedAction.Withdraw.Done());
                await session.PublishAsync(new NeedClosed { NeedId = need.Id, Revision = withdrawn.Revision, At = now }, now);
                needs++;
            }
        }

        return (listings, needs);
    }

    /// <summary>Into matching or out of it. What is on the market is scored anew: out of it that finds nothing, back in it finds the pairs again.</summary>
    /// <returns>How many there are, changed or not.</returns>
    public static async Task<(int Listings, int Needs)> MatchAsync(WriteSession session, Guid accountId, bool matched, DateTimeOffset now)
    {
        var (listings, needs) = (await ListingStore.OwnAsync(session, accountId), await NeedStore.OwnAsync(session, accountId));
        foreach (var listing in listings.Where(l => l.Matched != matched).Select(l => l.Match(matched, now)))
        {
            await ListingStore.UpdateAsync(session, listing, AuditActions.Matched(matched));
            await (listing.IsOpen ? session.PublishAsync(new ListingRevised { ListingId = listing.Id, Revision = listing.Revision, At = now }, now) : Task.CompletedTask);
        }

        foreach (var need in needs.Where(n => n.Matched != matched).Select(n => n.Match(matched, now)))
        {
            await NeedStore.UpdateAsync(session, need, AuditActions.Matched(matched));
            await (need.IsOpen ? session.PublishAsync(new NeedRevised { NeedId = need.Id, Revision = need.Revision, At = now }, now) : Task.CompletedTask);
        }

        return (listings.Count, needs.Count);
    }
}
