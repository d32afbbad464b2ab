using TechBroker.Domain.Conflicts;

namespace TechBroker.Domain.Engagements;

/// <summary>What can happen to an engagement: one decision for each action. Whether the caller may try is decided before.</summary>
public static class EngagementSteps
{
    public static Outcome<Engagement> Interest(this Engagement engagement, EngagementSide side, DateTimeOffset now)
    {
        if (engagement.InterestOf(side) is not null && engagement.IsLive)
        {
            return EngagementErrors.InterestKnown(side);
        }

        if (Refuse(engagement, EngagementAction.Interest) is { } refused)
        {
            return refused;
        }

        var interested = side is EngagementSide.Listing ? engagement with { ListingInterestAt = now } : engagement with { NeedInterestAt = now };
        return interested.Next(StateOf(interested), now);
    }

    /// <summary>A side says no, with its reason; its interest, if it had any, is gone.</summary>
    public static Outcome<Engagement> Decline(this Engagement engagement, EngagementSide side, CloseReason reason, string? note, DateTimeOffset now)
    {
        var declined = side is EngagementSide.Listing ? engagement with { ListingInterestAt = null } : engagement with { NeedInterestAt = null };
        return Refuse(engagement, EngagementAction.Decline) ?? Closed(declined, side, reason, note, now);
    }

    /// <summary>Only who runs it, only after mutual interest, never with a conflict: from here on the other side learns who it is.</summary>
    public static Outcome<Engagement> Introduce(this Engagement engagement, Guid managerId, IReadOnlyList<ConflictFinding> conflicts, DateTimeOffset now) =>
        Refuse(engagement, EngagementAction.Introduce) is { } refused ? refused
        : engagement.ManagerId is null ? EngagementErrors.Unmanaged()
        : engagement.ManagerId != managerId ? EngagementErrors.RunByAnother()
        : conflicts.Count > 0 ? EngagementErrors.InConflict(conflicts)
        : (engagement with { IntroducedAt = now, AcceptBy = null }).Next(EngagementState.Introduced, now);

    public static Outcome<Engagement> Close(this Engagement engagement, CloseReason reason, string? note, DateTimeOffset now) =>
        Refuse(engagement, EngagementAction.Close) ?? Closed(engagement, null, reason, note, now);

    /// <summary>The listing or the need left the market; only what nobody has agreed on yet closes with it.</summary>
    public static Outcome<Engagement> CloseForWithdrawal(this Engagement engagement, EngagementSide side, DateTimeOffset now) =>
        EngagementStates.ClosesOnWithdrawal(engagement.State)
            ? Closed(engagement, side, Engagements.CloseReason.Withdrawn, null, now)
            : MarketError.WrongState("engagement", engagement.State, new Text("随撤回而终止", "withdraw"));

    /// <summary>Goes on where the two interests stand, never as introduced. A conflict of its manager that exists by now freezes it at once.</summary>
    public static Outcome<Engagement> Reopen(this Engagement engagement, IReadOnlyList<ConflictFinding> conflictsOfManager, DateTimeOffset now)
    {
        if (Refuse(engagement, EngagementAction.Reopen) is { } refused)
        {
            return refused;
        }

        var open = engagement with
        {
            PriceMode = null,
            Price = null,
            PublicityFrom = null,
            PublicityDays = null,
            CloseReason = null,
            CloseNote = null,
            ClosedBySide = null,
            FrozenFor = conflictsOfManager.Count > 0 ? conflictsOfManager[0].Kind : null,
        };
        return open.Next(StateOf(open), now);
    }

    /// <summary>To a manager who has no conflict; what was frozen goes on.</summary>
    public static Outcome<Engagement> HandOver(this Engagement engagement, Guid managerId, IReadOnlyList<ConflictFinding> conflicts, DateTimeOffset now) =>
        Refuse(engagement, EngagementAction.HandOver) is { } refused ? refused
        : engagement.ManagerId == managerId && !engagement.IsFrozen ? EngagementErrors.RunsAlready()
        : conflicts.Count > 0 ? EngagementErrors.InConflict(conflicts)
        : (engagement with { ManagerId = managerId, AcceptBy = null, FrozenFor = null }).Next(engagement.State, now);

    /// <summary>A meeting was planned, moved or called off, which takes the sides no further yet.</summary>
    public static Outcome<Engagement> Arrange(this Engagement engagement, DateTimeOffset now) =>
        Refuse(engagement, EngagementAction.Arrange) ?? (Outcome<Engagement>)engagement.Next(engagement.State, now);

    /// <summary>A meeting was held; one after the first stage leaves the state as it is.</summary>
    public static Outcome<Engagement> Meet(this Engagement engagement, DateTimeOffset now) =>
        Refuse(engagement, EngagementAction.Meet) is { } refused ? refused
        : engagement.Next(engagement.State is EngagementState.Introduced ? EngagementState.Met : engagement.State, now);

    /// <summary>Opens the negotiation, or changes the way of pricing; a publicity clock that ran for another price is void.</summary>
    public static Outcome<Engagement> Negotiate(this Engagement engagement, PriceMode mode, DateTimeOffset now) =>
        Refuse(engagement, EngagementAction.Negotiate) is { } refused ? refused
        : (engagement with { PriceMode = mode, Price = null, PublicityFrom = null, PublicityDays = null }).Next(EngagementState.Negotiating, now);

    /// <summary>Makes a negotiated price public; the contract may be signed on the day <paramref name="days"/> days after <paramref name="from"/>.</summary>
    public static Outcome<Engagement> Publicise(this Engagement engagement, Money price, DateOnly from, int days, DateTimeOffset now) =>
        Refuse(engagement, EngagementAction.Publicise) is { } refused ? refused
        : engagement.PriceMode is not PriceMode.Negotiated ? EngagementErrors.NothingToPublicise()
        : (engagement with { Price = price, PublicityFrom = from, PublicityDays = days }).Next(EngagementState.Publicity, now);

    /// <summary>The clock starts anew on <paramref name="on"/>, for all its days.</summary>
    public static Outcome<Engagement> Object(this Engagement engagement, DateOnly on, DateTimeOffset now) =>
        Refuse(engagement, EngagementAction.Object) is { } refused ? refused
        : on > CentreDay.Of(now) ? EngagementErrors.DayInFuture()
        : on < engagement.PublicityFrom ? EngagementErrors.ObjectionTooEarly()
        : (engagement with { PublicityFrom = on }).Next(engagement.State, now);

    /// <summary>The two sides signed something short of a contract, on a day since they know each other.</summary>
    public static Outcome<Engagement> Agree(this Engagement engagement, EngagementOutcome outcome, DateOnly on, DateTimeOffset now) =>
        Refuse(engagement, EngagementAction.Outcome) is { } refused ? refused
        : on > CentreDay.Of(now) ? EngagementErrors.DayInFuture()
        : engagement.IntroducedAt is { } introduced && on < CentreDay.Of(introduced) ? EngagementErrors.BeforeIntroduction(CentreDay.Of(introduced))
        : (engagement with { Outcome = outcome, OutcomeOn = on }).Next(engagement.State, now);

    /// <summary>A contract came about. Its amount, parties and approval are the ledger's affair.</summary>
    /// <param name="engagement">Negotiating, or in publicity.</param>
    /// <param name="signedOn">The day on the contract.</param>
    /// <param name="needsPublicity">The seller is a public institution.</param>
    /// <param name="now">The time of the action.</param>
    public static Outcome<Engagement> Sign(this Engagement engagement, DateOnly signedOn, bool needsPublicity, DateTimeOffset now) =>
        Refuse(engagement, EngagementAction.Sign) is { } refused ? refused
        : engagement.PublicityEnds is { } ends && signedOn < ends ? EngagementErrors.PublicityRuns(ends)
        : needsPublicity && engagement.PriceMode is PriceMode.Negotiated && engagement.PublicityEnds is null ? EngagementErrors.PublicityMissing()
        : engagement.Next(EngagementState.Signed, now);

    /// <summary>Back to where it was signed from.</summary>
    public static Outcome<Engagement> Unsign(this Engagement engagement, DateTimeOffset now) =>
        Refuse(engagement, EngagementAction.Unsign) is { } refused ? refused
        : engagement.Next(engagement.PublicityFrom is null ? EngagementState.Negotiating : EngagementState.Publicity, now);

    public static Outcome<Engagement> Freeze(this Engagement engagement, ConflictKind kind, DateTimeOffset now) =>
        Refuse(engagement, EngagementAction.Freeze) ?? (Outcome<Engagement>)(engagement with { FrozenFor = kind }).Next(engagement.State, now);

    internal static MarketError? Refuse(Engagement engagement, EngagementAction action) =>
        !EngagementStates.Allows(engagement.State, action) ? EngagementErrors.WrongState(engagement.State, action)
        : engagement.IsFrozen && engagement.IsLive && !EngagementStates.AllowsWhileFrozen(action) ? EngagementErrors.Frozen(action)
        : null;

    private static Outcome<Engagement> Closed(Engagement engagement, EngagementSide? side, CloseReason reason, string? note, DateTimeOffset now) =>
        reason is Engagements.CloseReason.Other && string.IsNullOrWhiteSpace(note)
            ? EngagementErrors.ReasonUnexplained()
            : (engagement with { CloseReason = reason, CloseNote = note, ClosedBySide = side }).Next(EngagementState.Closed, now);

    private static EngagementState StateOf(Engagement engagement) =>
        EngagementStates.Of(engagement.ListingInterestAt is not null, engagement.NeedInterestAt is not null);

    internal static Engagement Next(this Engagement engagement, EngagementState state, DateTimeOffset now) =>
        engagement with { State = state, Revision = engagement.Revision + 1, UpdatedAt = now };
}
