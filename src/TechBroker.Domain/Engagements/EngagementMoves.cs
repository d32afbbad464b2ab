namespace TechBroker.Domain.Engagements;

/// <summary>What a merge of two listings or two needs does to the engagements on them, and how it is taken back.</summary>
public static class EngagementMoves
{
    /// <summary>To the listing or need that took the place of its own.</summary>
    public static Outcome<Engagement> Move(this Engagement engagement, EngagementSide side, Guid itemId, DateTimeOffset now) =>
        EngagementSteps.Refuse(engagement, EngagementAction.Move) is { } refused ? refused
        : (side is EngagementSide.Listing ? engagement with { ListingId = itemId } : engagement with { NeedId = itemId }).Next(engagement.State, now);

    /// <summary>Of two on the same pair only one can live: the one that has come further, on equal terms the one that was on the kept item.</summary>
    public static bool Outlives(this Engagement moving, Engagement there) => moving.State > there.State;

    /// <summary>One that a merge had closed goes on exactly where it stood: nobody decided anything about it meanwhile.</summary>
    public static Outcome<Engagement> Restore(this Engagement engagement, EngagementState state, DateTimeOffset now) =>
        EngagementSteps.Refuse(engagement, EngagementAction.Reopen) is { } refused ? refused
        : (engagement with { CloseReason = null, CloseNote = null, ClosedBySide = null }).Next(state, now);
}
