using TechBroker.Domain.Conflicts;

namespace TechBroker.Domain.Managers;

/// <summary>Who may not have a proposal at all. Finds the few who come into question by organisation and credit code, then asks <see cref="ConflictFinder"/>.</summary>
internal sealed class DispatchBars
{
    private readonly IReadOnlyList<DispatchManager> managers;
    private readonly Dictionary<Guid, int> places;
    private readonly ILookup<Guid, int> byOrganisation;
    private readonly ILookup<string, int> byCode;

    public DispatchBars(IReadOnlyList<DispatchManager> managers)
    {
        this.managers = managers;
        var all = Enumerable.Range(0, managers.Count).ToList();
        places = all.ToDictionary(i => managers[i].Id);
        byOrganisation = all.SelectMany(i => Ties(managers[i].Person).Select(o => (o, i))).ToLookup(t => t.o, t => t.i);
        byCode = all.Where(i => !string.IsNullOrWhiteSpace(managers[i].Person.CreditCode))
            .ToLookup(i => managers[i].Person.CreditCode!.Trim(), i => i, StringComparer.OrdinalIgnoreCase);
    }

    public void Mark(DispatchProposal proposal, bool[] barred)
    {
        // Both ends are one legal person: nobody may broker that.
        Array.Fill(barred, ConflictFinder.Find(null, proposal.Listing, proposal.Need).Count > 0);
        foreach (var excluded in proposal.Excluded)
        {
            if (places.TryGetValue(excluded, out var place))
            {
                barred[place] = true;
            }
        }

        foreach (var side in new[] { proposal.Listing, proposal.Need })
        {
            foreach (var place in Suspects(side))
            {
                barred[place] |= ConflictFinder.Find(managers[place].Person, proposal.Listing, proposal.Need).Count > 0;
            }
        }
    }

    public bool IsBarred(DispatchProposal proposal, int manager) =>
        proposal.Excluded.Contains(managers[manager].Id) || ConflictFinder.Find(managers[manager].Person, proposal.Listing, proposal.Need).Count > 0;

    private IEnumerable<int> Suspects(SideFacts side) =>
        (side.OrganisationId is { } id ? byOrganisation[id] : []).Concat(string.IsNullOrWhiteSpace(side.CreditCode) ? [] : byCode[side.CreditCode.Trim()]);

    private static IEnumerable<Guid> Ties(PersonFacts person) =>
        person.Declared.Select(d => d.OrganisationId).Concat(person.OrganisationId is { } employer ? [employer] : []).Distinct();
}
