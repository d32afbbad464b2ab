using TechBroker.Domain.Conflicts;
using TechBroker.Domain.Managers;

namespace TechBroker.UnitTests.Managers;

/// <summary>What centres do without a dispatcher, under the same rules: whoever is next, or anyone, without a conflict and with room.</summary>
internal static class DispatchPeers
{
    public static IReadOnlyList<Guid?> RoundRobin(IReadOnlyList<DispatchProposal> proposals, IReadOnlyList<DispatchManager> managers)
    {
        var next = 0;
        return Give(proposals, managers, () => next++ % managers.Count);
    }

    public static IReadOnlyList<Guid?> AtRandom(IReadOnlyList<DispatchProposal> proposals, IReadOnlyList<DispatchManager> managers, int seed)
    {
        var random = new Random(seed);
        return Give(proposals, managers, () => random.Next(managers.Count));
    }

    /// <summary>Mean expertise of those who got the proposals, 0 to 1, as the dispatcher counts it.</summary>
    public static double MeanExpertise(IReadOnlyList<DispatchProposal> proposals, IReadOnlyList<DispatchManager> managers, IReadOnlyList<Guid?> given)
    {
        var (fit, places) = (new DispatchFit(managers), managers.Select((m, i) => (m.Id, i)).ToDictionary(m => m.Id, m => m.i));
        var (expertise, sum) = (new double[managers.Count], 0.0);
        for (var i = 0; i < proposals.Count; i++)
        {
            fit.ExpertiseOf(proposals[i], expertise);
            sum += given[i] is { } id ? expertise[places[id]] : 0;
        }

        return sum / proposals.Count;
    }

    private static List<Guid?> Give(IReadOnlyList<DispatchProposal> proposals, IReadOnlyList<DispatchManager> managers, Func<int> next)
    {
        var (live, given) = (managers.Select(m => m.Live).ToArray(), new List<Guid?>());
        foreach (var proposal in proposals)
        {
            var (chosen, tries) = (-1, 0);
            while (chosen < 0 && tries++ < managers.Count * 4)
            {
                var m = next();
                chosen = live[m] < managers[m].Capacity && ConflictFinder.Find(managers[m].Person, proposal.Listing, proposal.Need).Count == 0 ? m : -1;
            }

            given.Add(chosen < 0 ? null : managers[chosen].Id);
            live[Math.Max(chosen, 0)] += chosen < 0 ? 0 : 1;
        }

        return given;
    }
}
