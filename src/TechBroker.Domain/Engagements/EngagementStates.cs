using static TechBroker.Domain.Engagements.EngagementAction;
using static TechBroker.Domain.Engagements.EngagementState;

namespace TechBroker.Domain.Engagements;

/// <summary>Which action is possible from which state.</summary>
public static class EngagementStates
{
    private static readonly EngagementState[] Live = [Proposed, Interested, Mutual, Introduced, Met, Negotiating, Publicity, Signed];

    private static readonly EngagementState[] Unsigned = [Proposed, Interested, Mutual, Introduced, Met, Negotiating, Publicity];

    private static readonly EngagementState[] AfterIntroduction = [Introduced, Met, Negotiating, Publicity];

    private static readonly Dictionary<EngagementAction, EngagementState[]> From = new()
    {
        [Log] = [],
        [Interest] = [Proposed, Interested],
        [Decline] = Unsigned,
        [Introduce] = [Mutual],
        [Close] = Unsigned,
        [Reopen] = [Closed],
        [HandOver] = Live,
        [Freeze] = Live,
        [Accept] = Live,
        [Dispatch] = Unsigned,
        [Arrange] = [Introduced, Met, Negotiating, Publicity, Signed],
        [Meet] = [Introduced, Met, Negotiating, Publicity, Signed],

        // Again while it is negotiated: the way of pricing may change; and out of publicity, when the price does.
        [Negotiate] = [Introduced, Met, Negotiating, Publicity],
        [Publicise] = [Negotiating],
        [EngagementAction.Object] = [Publicity],
        [Outcome] = AfterIntroduction,
        [Sign] = [Negotiating, Publicity],
        [Unsign] = [Signed],
        [Credit] = Live,
        [Move] = Unsigned,
    };

    /// <summary>A late conflict stops everything but the ways out: another manager, or the end.</summary>
    private static readonly EngagementAction[] WhileFrozen = [Decline, Close, HandOver, Dispatch, Unsign, Move];

    public static bool Allows(EngagementState state, EngagementAction action) => From[action].Contains(state);

    public static bool AllowsWhileFrozen(EngagementAction action) => WhileFrozen.Contains(action);

    /// <summary>What two interests, or the lack of them, amount to before an introduction.</summary>
    public static EngagementState Of(bool listingInterested, bool needInterested) => (listingInterested, needInterested) switch
    {
        (true, true) => Mutual,
        (false, false) => Proposed,
        _ => Interested,
    };

    /// <summary>
    /// A withdrawn listing or need closes these, so that nobody can express interest in it any more. From mutual interest on the manager decides:
    /// every step stays possible, the introduction too, because both interests on record are the consent to it and a side that has changed its mind
    /// takes its own back by declining. What was closed is not reopened without both ends on the market.
    /// </summary>
    public static bool ClosesOnWithdrawal(EngagementState state) => state is Proposed or Interested;
}
