using TechBroker.Domain;
using TechBroker.Domain.Conflicts;
using TechBroker.Domain.Deals;
using TechBroker.Domain.Engagements;
using TechBroker.Storage.Conflicts;
using TechBroker.Storage.Deals;
using TechBroker.Storage.Engagements;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Deals;

/// <summary>What a contract does to its engagement: it is signed by the first one, and not any more when the last one is taken back.</summary>
internal static class DealSigning
{
    /// <summary>The engagement as the contract leaves it; null where it leaves it alone (none, or a further contract of a signed one).</summary>
    public static async Task<(Engagement? Signed, MarketError? Refused)> SignAsync(SqlSession session, Deal deal, DateTimeOffset now)
    {
        if (deal.EngagementId is not { } id)
        {
            return (null, null);
        }

        var engagement = await EngagementStore.FindAsync(session, id) ?? throw new InvalidOperationException($"Engagement {id} is gone.");
        var pair = await PairFacts.FindAsync(session, engagement.ListingId, engagement.NeedId) ?? throw new InvalidOperationException($"Engagement {id} has lost an end.");
        var manager = engagement.ManagerId is { } managerId ? await ConflictChecks.PersonAsync(session, managerId) : null;
        var conflicts = ConflictFinder.Find(manager, pair.Listing, pair.Need);
        if (engagement.IsFrozen)
        {
            return (null, EngagementErrors.Frozen(EngagementAction.Sign));
        }

        if (conflicts.Count > 0)
        {
            return (null, EngagementErrors.InConflict(conflicts));
        }

        if (deal.FollowsDealId is not null && engagement.State is EngagementState.Signed)
        {
            return (null, null);
        }

        return engagement.Sign(deal.SignedOn, await NeedsPublicityAsync(session, deal), now).Is(out var signed, out var error) ? (signed, null) : (null, error);
    }

    /// <summary>The engagement without its contract; null where another one of it still stands.</summary>
    public static async Task<(Engagement? Unsigned, MarketError? Refused)> UnsignAsync(SqlSession session, Deal deal, DateTimeOffset now)
    {
        if (deal.EngagementId is not { } id || (await DealStore.LiveOfEngagementAsync(session, id)).Any(d => d.Id != deal.Id))
        {
            return (null, null);
        }

        var engagement = await EngagementStore.FindAsync(session, id) ?? throw new InvalidOperationException($"Engagement {id} is gone.");
        return engagement.Unsign(now).Is(out var unsigned, out var error) ? (unsigned, null) : (null, error);
    }

    public static async Task SaveAsync(WriteSession session, Engagement? engagement, EngagementAction action, Deal deal, Guid actorId)
    {
        if (engagement is not null
            && await EngagementStore.UpdateAsync(session, engagement, new(action, actorId, new() { DealId = deal.Id, On = deal.SignedOn })) is not null)
        {
            throw new InvalidOperationException($"Engagement {engagement.Id} is not live.");
        }
    }

    private static async Task<bool> NeedsPublicityAsync(SqlSession session, Deal deal) =>
        deal.Sellers.First().OrganisationId is { } seller && await OrganisationStore.FindAsync(session, seller) is { IsPublicInstitution: true };
}
