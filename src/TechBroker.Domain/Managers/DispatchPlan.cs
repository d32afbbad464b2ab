namespace TechBroker.Domain.Managers;

/// <summary>
/// Gives proposals to managers: well suited, and fairly. Pure and deterministic; the order of the arguments does not matter.
/// <para>
/// The whole is an assignment with a convex cost: the sum of fits, less <see cref="LoadWeight"/> × (k / capacity) for the k-th engagement that a
/// manager has. It is filled greedily by the best marginal gain, in the order of Vogel's approximation (Reinfeld and Vogel, Mathematical
/// Programming, 1958): strongest level first, then those that would lose most by not getting their best. Two rules stand above the sum.
/// Nobody gets more than <see cref="Band"/> of a capacity ahead of the least loaded who may have the proposal; and nobody stays idle while
/// somebody else has two: the idle get what suffers least by the move. Time and space: proposals × managers.
/// </para>
/// </summary>
public static class DispatchPlan
{
    /// <summary>What a full load weighs against a perfect fit of 1.</summary>
    public const double LoadWeight = 0.5;

    /// <summary>By how much of the capacity loads may differ for the sake of fit.</summary>
    public const double Band = 0.25;

    /// <returns>One entry for each proposal, in the order given.</returns>
    public static IReadOnlyList<Dispatched> Assign(IReadOnlyList<DispatchProposal> proposals, IReadOnlyList<DispatchManager> managers)
    {
        var filling = new DispatchFilling([.. managers.OrderBy(m => m.Id)]);
        var ordered = proposals.Select(p => (Proposal: p, Regret: filling.RegretOf(p)))
            .OrderByDescending(p => p.Proposal.Level).ThenByDescending(p => p.Regret).ThenBy(p => p.Proposal.Id)
            .Select(p => p.Proposal).ToList();
        var result = ordered.ToDictionary(p => p.Id, filling.Place);
        foreach (var moved in filling.FillIdle(ordered))
        {
            result[moved.ProposalId] = moved;
        }

        return [.. proposals.Select(p => result[p.Id])];
    }
}
