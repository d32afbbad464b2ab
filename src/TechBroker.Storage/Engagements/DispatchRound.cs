using TechBroker.Domain.Engagements;
using TechBroker.Domain.Managers;
using TechBroker.Storage.Managers;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Engagements;

/// <summary>
/// Gives engagements to managers in one transaction: looks again at what each one wants, plans (pure), and writes. The managers are read in the same
/// transaction, so that a conflict or an absence that was entered a moment ago counts.
/// </summary>
public static class DispatchRound
{
    /// <returns>How many have a manager now who had not been theirs.</returns>
    public static async Task<int> AssignAsync(WriteSession session, IReadOnlyList<Guid> ids, DispatchOptions options, DateTimeOffset now)
    {
        var roster = await DispatchStore.RosterAsync(session, now);
        var here = roster.Where(m => !m.IsAway).Select(m => m.Id).ToHashSet();
        var facts = await DispatchStore.FactsAsync(session, ids);
        var (wanting, left) = (new Dictionary<Guid, Engagement>(), new List<Guid>());
        var proposals = new List<DispatchProposal>();
        foreach (var id in ids)
        {
            if (await EngagementStore.FindAsync(session, id) is not { } engagement || !Wants(engagement, facts[id], here, now))
            {
                continue;
            }

            var (fact, lapsed) = (facts[id], engagement.ManagerId is not null && engagement.AcceptBy <= now);
            if (lapsed)
            {
                await DispatchStore.RefusedAsync(session, id, engagement.ManagerId!.Value, "lapse", now);
            }

            left.AddRange(engagement.ManagerId is { } holder ? [holder] : []);
            if (fact.Lapses + (lapsed ? 1 : 0) >= options.EscalateAfterLapses)
            {
                await LeaveAsync(session, engagement, now);
                await DispatchStore.EscalateAsync(session, id, "lapses", now);
                continue;
            }

            wanting.Add(id, engagement);

            // Who is away has not refused it, and may come back to it.
            proposals.Add(lapsed ? fact.Proposal with { Excluded = [.. fact.Proposal.Excluded, engagement.ManagerId!.Value] } : fact.Proposal);
        }

        var given = 0;
        foreach (var dispatched in DispatchPlan.Assign(proposals, [.. roster.Select(m => m with { Live = m.Live - left.Count(l => l == m.Id) })]))
        {
            given += await WriteAsync(session, wanting[dispatched.ProposalId], dispatched, roster.Count > 0, options, now) ? 1 : 0;
        }

        return given;
    }

    // It may have been accepted, closed or handed over since it was found.
    private static bool Wants(Engagement engagement, DispatchFacts facts, HashSet<Guid> here, DateTimeOffset now) =>
        EngagementStates.Allows(engagement.State, EngagementAction.Dispatch)
        && (engagement.ManagerId is { } manager
            ? engagement.AcceptBy is { } by && (by <= now || engagement.IsFrozen || !here.Contains(manager))
            : (engagement.LoggedBy is null || engagement.State is EngagementState.Mutual || facts.WasDispatched) && !facts.Escalated);

    private static async Task<bool> WriteAsync(WriteSession session, Engagement engagement, Dispatched dispatched, bool hasManagers, DispatchOptions options, DateTimeOffset now)
    {
        if (dispatched.ManagerId is not { } managerId)
        {
            await LeaveAsync(session, engagement, now);
            await (dispatched.NobodyLeft && hasManagers ? DispatchStore.EscalateAsync(session, engagement.Id, "nobodyLeft", now) : Task.CompletedTask);
            return false;
        }

        if (engagement.Dispatch(managerId, now.AddHours(options.AcceptWithinHours), now).Is(out var given, out _))
        {
            await EngagementStore.UpdateAsync(session, given, new(EngagementAction.Dispatch, null, new() { ManagerId = managerId }));
        }

        return true;
    }

    /// <summary>From a manager who has it no longer to nobody, where it waits.</summary>
    private static async Task LeaveAsync(WriteSession session, Engagement engagement, DateTimeOffset now)
    {
        if (engagement.ManagerId is not null && engagement.Dispatch(null, now, now).Is(out var left, out _))
        {
            await EngagementStore.UpdateAsync(session, left, new(EngagementAction.Dispatch, null, EngagementDetails.None));
        }
    }
}
