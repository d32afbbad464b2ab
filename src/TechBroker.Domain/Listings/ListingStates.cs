using static TechBroker.Domain.Listings.ListingAction;
using static TechBroker.Domain.Listings.ListingState;

namespace TechBroker.Domain.Listings;

/// <summary>Which action leads from which state to which.</summary>
public static class ListingStates
{
    private static readonly Dictionary<ListingAction, (ListingState[] From, ListingState To)> Steps = new()
    {
        // What was on the market and is off it may say something else by now, so its organisation approves it again.
        [Submit] = ([Draft, Returned, Suspended, Reserved, Expired], Submitted),
        [Return] = ([Submitted], Returned),
        [Publish] = ([Draft, Submitted, Returned, Suspended, Reserved, Expired], Published),
        [Suspend] = ([Published], Suspended),
        [Reserve] = ([Published], Reserved),
        [Transfer] = ([Published, Reserved], Transferred),
        [Withdraw] = ([Draft, Submitted, Returned, Published, Suspended, Reserved, Expired], Withdrawn),
        [Expire] = ([Published, Suspended], Expired),
    };

    /// <summary>The state after the action, or null where the action is not possible.</summary>
    public static ListingState? After(ListingState state, ListingAction action) =>
        Steps[action] is var (from, to) && from.Contains(state) ? to : null;

    /// <summary>Text may change until the result has left the market for good.</summary>
    public static bool MayRevise(ListingState state) => state is not (Transferred or Withdrawn);
}
