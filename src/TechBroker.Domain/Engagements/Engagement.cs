using TechBroker.Domain.Conflicts;
using TechBroker.Domain.Duplicates;
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

    public DateTimeOffset? IntroducedAt { get; init; }

    /// <summary>Who runs it; null until a manager takes up what a side or the program began.</summary>
    public Guid? ManagerId { get; init; }

    /// <summary>By when the manager to whom it was dispatched has to take it on; null where nothing is asked of them.</summary>
    public DateTimeOffset? AcceptBy { get; init; }

    /// <summary>Null where the program proposed it.</summary>
    public Guid? LoggedBy { get; init; }

    public string? Note { get; init; }

    public PriceMode? PriceMode { get; init; }

    /// <summary>What is made public, or what a memorandum names; the contract has its own.</summary>
    public Money? Price { get; init; }

    /// <summary>The first day of the run of the publicity clock that counts: an objection starts a new one.</summary>
    public DateOnly? PublicityFrom { get; init; }

    /// <summary>How many whole days it has to run.</summary>
    public int? PublicityDays { get; init; }

    /// <summary>A memorandum or a letter of intent that the sides signed; never a contract.</summary>
    public EngagementOutcome? Outcome { get; init; }

    public DateOnly? OutcomeOn { get; init; }

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

    /// <summary>The first day on which the contract may be signed; null where no clock runs.</summary>
    public DateOnly? PublicityEnds => PublicityFrom is { } from && PublicityDays is { } days ? from.AddDays(days) : null;

    public DateTimeOffset? InterestOf(EngagementSide side) => side is EngagementSide.Listing ? ListingInterestAt : NeedInterestAt;

    /// <summary>A pair logged by a manager, who runs it, or by one of the sides, which leaves <paramref name="managerId"/> empty.</summary>
    /// <param name="id">Made at the edge.</param>
    /// <param name="listing">Must be on the market.</param>
    /// <param name="need">Must be on the market.</param>
    /// <param name="loggedBy">The account that does it; null where the program proposes it.</param>
    /// <param name="managerId">The manager who runs it.</param>
    /// <param name="conflicts">What was found about the manager and the two sides.</param>
    /// <param name="note">Words of whoever logs it.</param>
    /// <param name="now">The time of the action.</param>
    public static Outcome<Engagement> Log(
        Guid id, Listing listing, Need need, Guid? loggedBy, Guid? managerId, IReadOnlyList<ConflictFinding> conflicts, string? note, DateTimeOffset now) =>
        conflicts.Count > 0 ? EngagementErrors.InConflict(conflicts)
        : listing.MergedInto is { } keptListing ? DuplicateErrors.Merged("listing", keptListing)
        : need.MergedInto is { } keptNeed ? DuplicateErrors.Merged("need", keptNeed)
        : !listing.IsOpen ? EngagementErrors.NotOnMarket("listing", listing.State)
        : !need.IsOpen ? EngagementErrors.NotOnMarket("need", need.State)
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
