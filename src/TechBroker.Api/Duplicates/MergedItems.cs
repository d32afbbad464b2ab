using TechBroker.Contracts.Messages;
using TechBroker.Domain;
using TechBroker.Domain.Duplicates;
using TechBroker.Domain.Engagements;
using TechBroker.Domain.Listings;
using TechBroker.Domain.Needs;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Duplicates;

/// <summary>
/// Takes one of a pair off the market and puts it back. Whoever could read the merged one can read the kept one, or the answer to the old id
/// would tell of something hidden.
/// </summary>
internal static class MergedItems
{
    public static EngagementSide SideOf(Duplicate pair) => pair.Side is DuplicateSide.Listing ? EngagementSide.Listing : EngagementSide.Need;

    /// <returns>The refusal, or null where it is done.</returns>
    public static Task<MarketError?> MergeAsync(WriteSession session, Duplicate pair, DateTimeOffset now) =>
        pair.Side is DuplicateSide.Listing ? MergeListingAsync(session, pair.MergedId, pair.KeepId!.Value, now) : MergeNeedAsync(session, pair.MergedId, pair.KeepId!.Value, now);

    /// <returns>The refusal, or null where it is done.</returns>
    public static Task<MarketError?> UnmergeAsync(WriteSession session, Duplicate pair, DateTimeOffset now) =>
        pair.Side is DuplicateSide.Listing ? UnmergeListingAsync(session, pair.MergedId, pair.KeepId!.Value, now) : UnmergeNeedAsync(session, pair.MergedId, pair.KeepId!.Value, now);

    private static async Task<MarketError?> MergeListingAsync(WriteSession session, Guid id, Guid keepId, DateTimeOffset now)
    {
        if (await ListingStore.FindAsync(session, id) is not { MergedInto: null } listing || !ListingStates.MayRevise(listing.State))
        {
            return DuplicateErrors.Gone("listing", id);
        }

        if (await ListingStore.FindAsync(session, keepId) is not { MergedInto: null } keep || !ListingStates.MayRevise(keep.State))
        {
            return DuplicateErrors.Gone("listing", keepId);
        }

        if (listing.IsOpen && !keep.IsOpen)
        {
            return DuplicateErrors.KeepNotOpen();
        }

        var merged = listing.Merge(keepId, now);
        await ListingStore.UpdateAsync(session, merged, "merged");
        await (listing.IsOpen ? session.PublishAsync(new ListingClosed { ListingId = id, Revision = merged.Revision, At = now }, now) : Task.CompletedTask);
        return null;
    }

    private static async Task<MarketError?> MergeNeedAsync(WriteSession session, Guid id, Guid keepId, DateTimeOffset now)
    {
        if (await NeedStore.FindAsync(session, id) is not { MergedInto: null } need || !NeedStates.MayRevise(need.State))
        {
            return DuplicateErrors.Gone("need", id);
        }

        if (await NeedStore.FindAsync(session, keepId) is not { MergedInto: null } keep || !NeedStates.MayRevise(keep.State))
        {
            return DuplicateErrors.Gone("need", keepId);
        }

        if (need.IsOpen && !keep.IsOpen)
        {
            return DuplicateErrors.KeepNotOpen();
        }

        // From open over blind to private.
        if (keep.Content.Visibility > need.Content.Visibility)
        {
            return DuplicateErrors.KeepMoreHidden();
        }

        var merged = need.Merge(keepId, now);
        await NeedStore.UpdateAsync(session, merged, "merged");
        await (need.IsOpen ? session.PublishAsync(new NeedClosed { NeedId = id, Revision = merged.Revision, At = now }, now) : Task.CompletedTask);
        return null;
    }

    private static async Task<MarketError?> UnmergeListingAsync(WriteSession session, Guid id, Guid keepId, DateTimeOffset now)
    {
        if (await ListingStore.FindAsync(session, id) is not { } listing || listing.MergedInto != keepId)
        {
            return DuplicateErrors.Gone("listing", id);
        }

        var back = listing.Merge(into: null, now);
        await ListingStore.UpdateAsync(session, back, "unmerged");
        await (back.IsOpen ? session.PublishAsync(new ListingPublished { ListingId = id, Revision = back.Revision, At = now }, now) : Task.CompletedTask);
        return null;
    }

    private static async Task<MarketError?> UnmergeNeedAsync(WriteSession session, Guid id, Guid keepId, DateTimeOffset now)
    {
        if (await NeedStore.FindAsync(session, id) is not { } need || need.MergedInto != keepId)
        {
            return DuplicateErrors.Gone("need", id);
        }

        var back = need.Merge(into: null, now);
        await NeedStore.UpdateAsync(session, back, "unmerged");
        await (back.IsOpen ? session.PublishAsync(new NeedPosted { NeedId = id, Revision = back.Revision, At = now }, now) : Task.CompletedTask);
        return null;
    }
}
