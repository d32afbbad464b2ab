using TechBroker.Domain.Conflicts;
using TechBroker.Domain.Managers;

namespace TechBroker.UnitTests.Managers;

internal sealed class DispatchPlanTests
{
    private static readonly SideFacts Nobody = new(null, null);

    [Test]
    public void Assign_ExpertAmongGeneralists_GetsTheFieldAndItsNeighbours()
    {
        var (expert, other) = (Manager(1, "industries:C39"), Manager(2, "industries:A01"));

        Assert.That(DispatchPlan.Assign([Proposal(1, "industries:C39"), Proposal(2, "industries:C38")], [other, expert]).Select(d => d.ManagerId), Is.EqualTo(new[] { expert.Id, other.Id }).Or.EqualTo(new[] { expert.Id, expert.Id }));
        Assert.That(DispatchPlan.Assign([Proposal(1, "industries:C391")], [other, expert]).Single().ManagerId, Is.EqualTo(expert.Id));
    }

    [Test]
    public void Assign_EitherSidesProvince_Counts([Values] bool listings)
    {
        var (near, far) = (Manager(2) with { Regions = ["110000"] }, Manager(1) with { Regions = ["440000"] });
        var proposal = Proposal(1) with { ListingRegion = listings ? "110108" : "310000", NeedRegion = listings ? "310000" : "110108" };

        Assert.That(DispatchPlan.Assign([proposal], [near, far]).Single().ManagerId, Is.EqualTo(near.Id));
    }

    [Test]
    public void Assign_NewcomerBesideAFailure_IsPreferredAndBesideASuccessIsNot()
    {
        var newcomer = Manager(2);

        Assert.That(DispatchPlan.Assign([Proposal(1)], [newcomer, Manager(1) with { Finished = 40 }]).Single().ManagerId, Is.EqualTo(newcomer.Id));
        Assert.That(DispatchPlan.Assign([Proposal(1)], [newcomer, Manager(3) with { Finished = 40, Signed = 20 }]).Single().ManagerId, Is.EqualTo(Manager(3).Id));
    }

    [Test]
    public void Assign_ExpertFarAheadInLoad_GoesToTheIdle()
    {
        var (busy, idle) = (Manager(1, "industries:C39") with { Live = 6 }, Manager(2, "industries:A01"));

        Assert.That(DispatchPlan.Assign([Proposal(1, "industries:C39")], [busy, idle]).Single().ManagerId, Is.EqualTo(idle.Id), "6 of 20 is more than a quarter ahead of 0");
        Assert.That(DispatchPlan.Assign([Proposal(1, "industries:C39")], [busy with { Live = 5 }, idle with { Live = 1 }]).Single().ManagerId, Is.EqualTo(busy.Id));
    }

    [Test]
    public void Assign_ConflictExclusionAbsenceOrNoRoom_IsNeverChosen()
    {
        var organisation = Guid.NewGuid();
        var proposal = Proposal(1, "industries:C39") with { Listing = new SideFacts(organisation, "91350200MA2YJ1XR9G"), Excluded = [Manager(4).Id] };
        DispatchManager[] barred =
        [
            Manager(1, "industries:C39") with { Person = new PersonFacts(Manager(1).Id, organisation, null, []) },
            Manager(2, "industries:C39") with { Person = new PersonFacts(Manager(2).Id, null, "91350200ma2yj1xr9g ", []) },
            Manager(3, "industries:C39") with { Person = new PersonFacts(Manager(3).Id, null, null, [new DeclaredTie(organisation, DeclarationKind.Family)]) },
            Manager(4, "industries:C39"),
        ];
        DispatchManager[] busy = [Manager(5, "industries:C39") with { IsAway = true }, Manager(6, "industries:C39") with { Live = 20 }];

        Assert.That(DispatchPlan.Assign([proposal], [.. barred, .. busy, Manager(7)]).Single().ManagerId, Is.EqualTo(Manager(7).Id));
        Assert.That(DispatchPlan.Assign([proposal], [.. barred, .. busy]).Single(), Is.EqualTo(new Dispatched(proposal.Id, null, 0, false)), "somebody may come back");
        Assert.That(DispatchPlan.Assign([proposal], barred).Single(), Is.EqualTo(new Dispatched(proposal.Id, null, 0, true)), "waiting does not help");
        Assert.That(DispatchPlan.Assign([proposal with { Need = proposal.Listing }], [Manager(7)]).Single().ManagerId, Is.Null, "nobody brokers between an organisation and itself");
    }

    [Test]
    public void Assign_AsManyAsManagers_LeavesNobodyIdle()
    {
        var experts = Enumerable.Range(1, 5).Select(i => Manager(i, "industries:C39"));
        var others = Enumerable.Range(6, 5).Select(i => Manager(i, "industries:A01"));

        var given = DispatchPlan.Assign([.. Enumerable.Range(1, 10).Select(i => Proposal(i, "industries:C39"))], [.. experts, .. others]);

        Assert.That(given.Select(d => d.ManagerId), Is.Unique);
    }

    [Test]
    public void Assign_AnyMarket_KeepsConflictsOutAndCapacityAndIsTheSameInAnyOrder([Range(1, 25)] int seed)
    {
        var market = new GeneratedManagers(seed);
        var random = new Random(seed);
        var managers = market.Managers(random.Next(1, 40), organisationCount: 12).Select(m => m with { Capacity = random.Next(1, 9), Live = random.Next(0, 3), IsAway = random.Next(9) == 0 }).ToList();
        var proposals = market.Proposals(random.Next(1, 150)).Select(p => p with { Excluded = [.. managers.Where(_ => random.Next(20) == 0).Select(m => m.Id)] }).ToList();

        var given = DispatchPlan.Assign(proposals, managers);
        var shuffled = DispatchPlan.Assign([.. proposals.AsEnumerable().Reverse()], [.. managers.AsEnumerable().Reverse()]);

        Assert.That(shuffled.Reverse(), Is.EqualTo(given), "deterministic");
        var byId = managers.ToDictionary(m => m.Id);
        foreach (var (proposal, dispatched) in proposals.Zip(given))
        {
            bool MayHave(DispatchManager m) => !m.IsAway && !proposal.Excluded.Contains(m.Id) && ConflictFinder.Find(m.Person, proposal.Listing, proposal.Need).Count == 0;
            Assert.That(dispatched.ManagerId is not { } id || MayHave(byId[id]), "a conflict, an exclusion or an absence");
            if (dispatched.ManagerId is null)
            {
                Assert.That(managers.Where(MayHave), Has.All.Matches<DispatchManager>(m => LiveOf(m!, given) >= m!.Capacity), "somebody fit had room");
            }
        }

        Assert.That(managers, Has.All.Matches<DispatchManager>(m => LiveOf(m!, given) <= Math.Max(m!.Capacity, m.Live)));
    }

    [Test]
    public void Assign_TenThousandAmongAThousand_IsFairAndMoreExpertThanRoundRobin()
    {
        var market = new GeneratedManagers(seed: 1);
        var (managers, proposals) = (market.Managers(1_000), market.Proposals(10_000));

        var given = DispatchPlan.Assign(proposals, managers);

        var counts = given.CountBy(d => d.ManagerId ?? Guid.Empty).ToDictionary();
        var loads = managers.Select(m => (Load: counts.GetValueOrDefault(m.Id), m.Capacity)).ToList();
        var (ours, theirs) = (
            DispatchPeers.MeanExpertise(proposals, managers, [.. given.Select(d => d.ManagerId)]),
            DispatchPeers.MeanExpertise(proposals, managers, DispatchPeers.RoundRobin(proposals, managers)));
        Assert.Multiple(() =>
        {
            Assert.That(given, Has.All.Matches<Dispatched>(d => d!.ManagerId is not null));
            Assert.That(loads, Has.All.Matches<(int Load, int Capacity)>(l => l.Load > 0), "nobody idle");
            Assert.That(loads.Max(l => (double)l.Load / l.Capacity), Is.LessThanOrEqualTo(10_000.0 / managers.Sum(m => m.Capacity) + DispatchPlan.Band + 0.07), "the mean load, the band, and one engagement");
            Assert.That(ours, Is.GreaterThan(theirs * 1.4));
        });
    }

    private static int LiveOf(DispatchManager manager, IReadOnlyList<Dispatched> given) => manager.Live + given.Count(d => d.ManagerId == manager.Id);

    private static DispatchManager Manager(int number, params string[] fields) => new() { Person = new PersonFacts(IdOf(number), null, null, []), Fields = fields };

    private static DispatchProposal Proposal(int number, params string[] fields) => new() { Id = IdOf(1_000 + number), Fields = fields, Listing = Nobody, Need = Nobody };

    private static Guid IdOf(int number) => new(number, 0, 0, new byte[8]);
}
