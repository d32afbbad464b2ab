using TechBroker.Domain.Conflicts;
using TechBroker.Domain.Engagements;
using static TechBroker.Domain.Conflicts.ConflictKind;

namespace TechBroker.UnitTests.DomainRules;

internal sealed class ConflictFinderTests
{
    private const string Code = "91350200MA2YJ1XR9G", OtherCode = "91350200776049653A";

    private static readonly Guid University = Guid.NewGuid(), Enterprise = Guid.NewGuid(), Centre = Guid.NewGuid();
    private static readonly SideFacts Listing = new(University, null), Need = new(Enterprise, Code);

    [Test]
    public void Find_StrangerToBoth_FindsNothing() =>
        Assert.That(ConflictFinder.Find(Person(Centre, OtherCode, new DeclaredTie(Guid.NewGuid(), DeclarationKind.Holding)), Listing, Need), Is.Empty);

    [Test]
    public void Find_Nothing_WhereNothingIsKnown() =>
        Assert.That(ConflictFinder.Find(Person(null, null), new SideFacts(null, null), new SideFacts(null, null)), Is.Empty);

    [Test]
    public void Find_EmployerIsASide_IsSameEmployer() =>
        Assert.That(ConflictFinder.Find(Person(Enterprise, Code), Listing, Need), Is.EqualTo(new[] { new ConflictFinding(SameEmployer, EngagementSide.Need) }));

    [TestCase("91350200MA2YJ1XR9G")]
    [TestCase(" 91350200ma2yj1xr9g ")]
    public void Find_EmployerSharesACreditCode_IsFound(string code) =>
        Assert.That(ConflictFinder.Find(Person(Centre, code), Listing, Need), Is.EqualTo(new[] { new ConflictFinding(SameCreditCode, EngagementSide.Need) }));

    [Test]
    public void Find_BothSidesOneLegalPerson_IsFoundForEverybody()
    {
        var twin = new SideFacts(University, Code);

        Assert.That(ConflictFinder.Find(null, twin, Need), Is.EqualTo(new[] { new ConflictFinding(SameCreditCode, null) }));
        Assert.That(ConflictFinder.Find(null, Listing, new SideFacts(University, null)), Is.EqualTo(new[] { new ConflictFinding(SameCreditCode, null) }));
    }

    [TestCase(DeclarationKind.Interest, DeclaredInterest)]
    [TestCase(DeclarationKind.Family, DeclaredInterest)]
    [TestCase(DeclarationKind.FormerEmployer, DeclaredInterest)]
    [TestCase(DeclarationKind.Holding, DeclaredHolding)]
    public void Find_Declared_IsFoundOnItsSide(DeclarationKind declared, ConflictKind kind) =>
        Assert.That(
            ConflictFinder.Find(Person(Centre, null, new DeclaredTie(University, declared)), Listing, Need),
            Is.EqualTo(new[] { new ConflictFinding(kind, EngagementSide.Listing) }));

    [Test]
    public void Find_SeveralTies_FindsEach() =>
        Assert.That(
            ConflictFinder.Find(Person(Enterprise, null, new(University, DeclarationKind.Family), new(University, DeclarationKind.Holding)), Listing, Need).Select(f => f.Kind),
            Is.EqualTo(new[] { DeclaredInterest, DeclaredHolding, SameEmployer }));

    private static PersonFacts Person(Guid? employer, string? code, params DeclaredTie[] declared) => new(Guid.NewGuid(), employer, code, declared);
}
