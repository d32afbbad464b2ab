namespace TechBroker.Domain.Managers;

/// <summary>The managers while proposals are being given to them.</summary>
internal sealed class DispatchFilling
{
    private readonly IReadOnlyList<DispatchManager> managers;
    private readonly DispatchFit fits;
    private readonly DispatchBars bars;
    private readonly int[] live;
    private readonly double[] fit;
    private readonly bool[] barred;
    private readonly Dictionary<Guid, int> holderOf = [];

    public DispatchFilling(IReadOnlyList<DispatchManager> managers)
    {
        this.managers = managers;
        (fits, bars) = (new(managers), new(managers));
        (live, fit, barred) = ([.. managers.Select(m => m.Live)], new double[managers.Count], new bool[managers.Count]);
    }

    /// <summary>How much better the best suits than the second best; who has one choice only goes first of all.</summary>
    public double RegretOf(DispatchProposal proposal)
    {
        Look(proposal);
        var (best, second) = (double.NegativeInfinity, double.NegativeInfinity);
        for (var m = 0; m < live.Length; m++)
        {
            if (!barred[m] && HasRoom(m) && fit[m] > second)
            {
                (best, second) = fit[m] > best ? (fit[m], best) : (best, fit[m]);
            }
        }

        return double.IsNegativeInfinity(best) ? 0 : double.IsNegativeInfinity(second) ? 1 : best - second;
    }

    public Dispatched Place(DispatchProposal proposal)
    {
        Look(proposal);
        var least = double.PositiveInfinity;
        for (var m = 0; m < live.Length; m++)
        {
            if (!barred[m] && HasRoom(m))
            {
                least = Math.Min(least, LoadOf(m));
            }
        }

        var (chosen, best) = (-1, double.NegativeInfinity);
        for (var m = 0; m < live.Length; m++)
        {
            if (!barred[m] && HasRoom(m) && LoadOf(m) <= least + DispatchPlan.Band)
            {
                var gain = fit[m] - (DispatchPlan.LoadWeight * (live[m] + 1) / managers[m].Capacity);
                (chosen, best) = gain > best ? (m, gain) : (chosen, best);
            }
        }

        return chosen < 0 ? new Dispatched(proposal.Id, null, 0, Array.TrueForAll(barred, b => b)) : Give(proposal, chosen);
    }

    /// <returns>What changed hands.</returns>
    public IEnumerable<Dispatched> FillIdle(IReadOnlyList<DispatchProposal> proposals)
    {
        for (var idle = 0; idle < live.Length; idle++)
        {
            if (live[idle] > 0 || !HasRoom(idle))
            {
                continue;
            }

            var (moved, loss) = ((DispatchProposal?)null, double.PositiveInfinity);
            foreach (var proposal in proposals.Where(p => holderOf.TryGetValue(p.Id, out var holder) && live[holder] > 1))
            {
                var less = fits.Of(proposal, holderOf[proposal.Id]) - fits.Of(proposal, idle);
                (moved, loss) = less < loss && !bars.IsBarred(proposal, idle) ? (proposal, less) : (moved, loss);
            }

            if (moved is null)
            {
                continue;
            }

            live[holderOf[moved.Id]]--;
            Look(moved);
            yield return Give(moved, idle);
        }
    }

    private Dispatched Give(DispatchProposal proposal, int manager)
    {
        live[manager]++;
        holderOf[proposal.Id] = manager;
        return new Dispatched(proposal.Id, managers[manager].Id, fit[manager], false);
    }

    private bool HasRoom(int manager) => live[manager] < managers[manager].Capacity && !managers[manager].IsAway;

    private double LoadOf(int manager) => (double)live[manager] / managers[manager].Capacity;

    private void Look(DispatchProposal proposal)
    {
        fits.Of(proposal, fit);
        bars.Mark(proposal, barred);
    }
}
