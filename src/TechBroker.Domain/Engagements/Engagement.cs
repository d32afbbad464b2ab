using TechBroker.Domain.Conflicts;
using TechBroker.Domain.Listings;
using TechBroker.Domain.Needs;

namespace TechBroker.Domain.Engagements;

/// <summary>A pair that people work on. Every action makes a new revision; <see cref="EngagementSteps"/> has the actions.</summary>
public sealed record Engagement
{
    public required Guid Id { get; init; }

    public required int Revision { get; init; }

    public required Guid ListingId { get; init; }

    public required Guid NeedId { get; init; }

    public required EngagementState State { get; init; }

    public DateTimeOffset? ListingInterestAt { get; init; }

    public DateTimeOffset? NeedInterestAt { get; init; }

    /// <summary>Who runs it; null until a manager takes up what a side began.</summary>
    public Guid? ManagerId { get; init; }

    public required Guid LoggedBy { get; init; }

    public string? Note { get; init; }

    /// <summary>The conflict of its manager that came to light; nothing but handing over or closing is possible.</summary>
    public ConflictKind? FrozenFor { get; init; }

    public CloseReason? CloseReason { get; init; }

    public string? CloseNote { get; init; }

    /// <summary>The side that declined or withdrew; null where the manager closed it.</summary>
    public EngagementSide? ClosedBySide { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public bool IsFrozen => FrozenFor is not null;

    public bool IsLive => State is not EngagementState.Closed;

    public DateTimeOffset? InterestOf(EngagementSide side) => side is EngagementSide.Listing ? ListingInterestAt : NeedInterestAt;

    /// <summary>A pair logged by a manager, who runs it, or by one of the sides, which leaves <paramref name="managerId"/> empty.</summary>
    /// <param name="id">Made at the edge.</param>
    /// <param name="listing">Must be on the market.</param>
    /// <param name="need">Must be on the market.</param>
    /// <param name="loggedBy">The account that does it.</param>
    /// <param name="managerId">The manager who runs it.</param>
    /// <param name="conflicts">What was found about the manager and the two sides.</param>
    /// <param name="note">Words of whoever logs it.</param>
    /// <param name="now">The time of the action.</param>
    public static Outcome<Engagement> Log(
        Guid id, Listing listing, Need need, Guid loggedBy, Guid? managerId, IReadOnlyList<ConflictFinding> conflicts, string? note, DateTimeOffset now) =>
        conflicts.Count > 0 ? EngagementErrors.InConflict(conflicts)
        : !listing.IsOpen ? EngagementErrors.NotOnMarket("listing", Codes.Of(listing.State))
        : !need.IsOpen ? EngagementErrors.NotOnMarket("need", Codes.Of(need.State))
        : new Engagement
        {
            Id = id,
            Revision = 1,
            ListingId = listing.Id,
            NeedId = need.Id,
            State = EngagementState.Proposed,
            ManagerId = managerId,
            LoggedBy = loggedBy,
            Note = note,
            CreatedAt = now,
            UpdatedAt = now,
        };
}
