using static TechBroker.Domain.Deals.DealAction;
using static TechBroker.Domain.Deals.DealState;

namespace TechBroker.Domain.Deals;

/// <summary>Which action is possible from which state.</summary>
public static class DealStates
{
    private static readonly DealState[] Running = [Signed, Registered, DealState.Refused, Performing];

    private static readonly DealState[] Standing = [.. Running, Completed, Breached, Terminated];

    private static readonly Dictionary<DealAction, DealState[]> From = new()
    {
        [Record] = [],
        [Approve] = [PendingApproval],
        [Reject] = [PendingApproval],

        // While it is performed, too: advance payments come before the registration, and a refusal may be corrected at any time.
        [Register] = [Signed, DealState.Refused, Performing],
        [Refuse] = [Signed, DealState.Refused, Performing],

        // After its end, too: royalties and settlements.
        [Pay] = Standing,
        [ReversePayment] = Standing,

        // Registration is voluntary, so that a contract may end without it.
        [Complete] = Running,
        [Breach] = Running,
        [Terminate] = Running,
        [Reverse] = Standing,
    };

    public static bool Allows(DealState state, DealAction action) => From[action].Contains(state);

    public static bool Stands(DealState state) => Standing.Contains(state);
}
