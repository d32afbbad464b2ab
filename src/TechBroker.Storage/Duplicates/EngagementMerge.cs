using TechBroker.Domain;
using TechBroker.Domain.Engagements;
using TechBroker.Storage.Engagements;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Duplicates;

/// <summary>
/// Takes the live engagements of a merged item to the kept one and back. Signed ones stay where they were signed. Where the kept item has a
/// live engagement with the same partner, the one that has come further lives on; on equal terms the kept item's.
/// </summary>
public static class EngagementMerge
{
    /// <returns>Each with what it is now.</returns>
    public static async Task<IReadOnlyList<(Engagement Engagement, bool Closed)>> MoveAsync(
        WriteSession session, Guid duplicateId, EngagementSide side, Guid fromId, Guid toId, DateTimeOffset now)
    {
        var done = new List<(Engagement, bool)>();
        foreach (var id in await MergeStore.LiveOfAsync(session, side, fromId))
        {
            var engagement = await FindAsync(session, id);
            if (engagement.State is EngagementState.Signed)
            {
                continue;
            }

            var (listingId, needId) = side is EngagementSide.Listing ? (toId, engagement.NeedId) : (engagement.ListingId, toId);
            if (await MergeStore.LiveOfPairAsync(session, listingId, needId) is { } standing)
            {
                var there = await FindAsync(session, standing);
                if (!engagement.Outlives(there))
                {
                    done.Add((await CloseAsync(engagement, fromId, toId), true));
                    continue;
                }

                done.Add((await CloseAsync(there, toId, null), true));
            }

            done.Add((await MoveAsync(engagement), false));
        }

        return done;

        async Task<Engagement> CloseAsync(Engagement engagement, Guid on, Guid? movedTo)
        {
            var details = new EngagementDetails { Side = side, Reason = CloseReason.Duplicate, MovedTo = movedTo };
            return await SaveAsync(session, engagement, engagement.Close(CloseReason.Duplicate, null, now), EngagementAction.Close, details, duplicateId, on);
        }

        async Task<Engagement> MoveAsync(Engagement engagement)
        {
            var moved = await SaveAsync(
                session, engagement, engagement.Move(side, toId, now), EngagementAction.Move, new EngagementDetails { Side = side, MovedTo = toId }, duplicateId, fromId);
            await (side is EngagementSide.Need ? DiscloseAsync(session, moved, fromId, now) : Task.CompletedTask);
            return moved;
        }
    }

    /// <summary>What nobody has touched since goes back to where and how it was.</summary>
    /// <returns>Each with what it is now, and whether it went back.</returns>
    public static async Task<IReadOnlyList<(Engagement Engagement, bool Back)>> MoveBackAsync(WriteSession session, Guid duplicateId, EngagementSide side, DateTimeOffset now)
    {
        var done = new List<(Engagement, bool)>();
        foreach (var merged in await MergeStore.TakeAsync(session, duplicateId))
        {
            var engagement = await FindAsync(session, merged.EngagementId);
            var (outcome, action) = merged.Closed
                ? (engagement.Restore(merged.State, now), EngagementAction.Reopen)
                : (engagement.Move(side, merged.FromId, now), EngagementAction.Move);
            var entry = new EngagementEntry(action, session.Actor.AccountId, new() { Side = side, MovedTo = merged.Closed ? null : merged.FromId });

            // Another on its pair meanwhile keeps it out as well.
            var back = engagement.Revision == merged.Revision && outcome.Is(out var returned, out _)
                && await MergeStore.LiveOfPairAsync(session, returned.ListingId, returned.NeedId) is null
                && await EngagementStore.UpdateAsync(session, returned, entry) is null;
            done.Add((back ? outcome.Value! : engagement, back));
        }

        return done;
    }

    private static async Task<Engagement> SaveAsync(
        WriteSession session, Engagement before, Outcome<Engagement> outcome, EngagementAction action, EngagementDetails details, Guid duplicateId, Guid fromId)
    {
        if (!outcome.Is(out var after, out var error) || await EngagementStore.UpdateAsync(session, after, new(action, session.Actor.AccountId, details)) is not null)
        {
            throw new InvalidOperationException($"Engagement {before.Id} cannot be merged: {outcome.Error?.Code ?? "its pair is taken"}.");
        }

        await MergeStore.InsertAsync(session, new MergedEngagement
        {
            DuplicateId = duplicateId,
            EngagementId = after.Id,
            FromId = fromId,
            StateBefore = Codes.Of(before.State),
            Closed = action is EngagementAction.Close,
            Revision = after.Revision,
        });
        return after;
    }

    // Whoever was introduced to the merged need goes on with the kept one, and has to be able to read it.
    private static async Task DiscloseAsync(WriteSession session, Engagement moved, Guid fromNeedId, DateTimeOffset now)
    {
        foreach (var opened in (await DisclosureStore.OfNeedAsync(session, fromNeedId)).Where(d => d.EngagementId == moved.Id))
        {
            await DisclosureStore.RecordAsync(session, opened with { Id = Guid.NewGuid(), NeedId = moved.NeedId, At = now });
        }
    }

    private static async Task<Engagement> FindAsync(SqlSession session, Guid id) =>
        await EngagementStore.FindAsync(session, id) ?? throw new InvalidOperationException($"Engagement {id} is gone.");
}
