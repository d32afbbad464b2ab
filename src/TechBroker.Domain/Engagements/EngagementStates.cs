using static TechBroker.Domain.Engagements.EngagementAction;
using static TechBroker.Domain.Engagements.EngagementState;

namespace TechBroker.Domain.Engagements;

/// <summary>Which action is possible from which state. The states after an introduction (meetings to signing) get their rows when they are built.</summary>
public static class EngagementStates
{
    private static readonly Dictionary<EngagementAction, EngagementState[]> From = new()
    {
        [Log] = [],
        [Interest] = [Proposed, Interested],
        [Decline] = [Proposed, Interested, Mutual, Introduced],
        [Introduce] = [Mutual],
        [Close] = [Proposed, Interested, Mutual, Introduced],
        [Reopen] = [Closed],
        [HandOver] = [Proposed, Interested, Mutual, Introduced],
        [Freeze] = [Proposed, Interested, Mutual, Introduced],
    };

    /// <summary>A late conflict stops everything but the ways out: another manager, or the end.</summary>
    private static readonly EngagementAction[] WhileFrozen = [Decline, Close, HandOver];

    public static bool Allows(EngagementState state, EngagementAction action) => From[action].Contains(state);

    public static bool AllowsWhileFrozen(EngagementAction action) => WhileFrozen.Contains(action);

    /// <summary>What two interests, or the lack of them, amount to before an introduction.</summary>
    public static EngagementState Of(bool listingInterested, bool needInterested) => (listingInterested, needInterested) switch
    {
        (true, true) => Mutual,
        (false, false) => Proposed,
        _ => Interested,
    };

    /// <summary>A withdrawn listing or need closes these; from mutual interest on the manager decides.</summary>
    public static bool ClosesOnWithdrawal(EngagementState state) => state is Proposed or Interested;
}
