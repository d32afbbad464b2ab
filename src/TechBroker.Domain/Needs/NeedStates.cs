using static TechBroker.Domain.Needs.NeedAction;
using static TechBroker.Domain.Needs.NeedState;

namespace TechBroker.Domain.Needs;

/// <summary>Which action leads from which state to which.</summary>
public static class NeedStates
{
    private static readonly Dictionary<NeedAction, (NeedState[] From, NeedState To)> Steps = new()
    {
        [Submit] = ([Draft, Returned], Triage),
        [Return] = ([Triage], Returned),
        [Publish] = ([Draft, Triage, Returned, InNegotiation, Expired], Published),
        [Negotiate] = ([Published], InNegotiation),
        [Satisfy] = ([Published, InNegotiation], Satisfied),
        [Withdraw] = ([Draft, Triage, Returned, Published, InNegotiation, Expired], Withdrawn),
        [Expire] = ([Published], Expired),
    };

    /// <summary>The state after the action, or null where the action is not possible.</summary>
    public static NeedState? After(NeedState state, NeedAction action) =>
        Steps[action] is var (from, to) && from.Contains(state) ? to : null;

    /// <summary>Text may change until the need is met or taken back.</summary>
    public static bool MayRevise(NeedState state) => state is not (Satisfied or Withdrawn);
}
