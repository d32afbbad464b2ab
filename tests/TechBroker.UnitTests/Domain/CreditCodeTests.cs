using TechBroker.Domain.Organisations;

namespace TechBroker.UnitTests.DomainRules;

internal sealed class CreditCodeTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    // The weights as the standard prints them.
    private static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    private static readonly Gen<string> Seventeen = Gen.Elements(Alphabet.ToCharArray()).ArrayOf(17).Select(c => new string(c));

    [TestCase("91350200MA2YJ1XR9G", ExpectedResult = true)]
    [TestCase("91350200776049653A", ExpectedResult = true)]
    [TestCase("91440101MA5CJQ4N59", ExpectedResult = true)]
    [TestCase("91440101MA5CJQ4N58", ExpectedResult = false)]
    [TestCase("91440101MA5CJQ4N5", ExpectedResult = false)]
    [TestCase("91440101MA5CJQ4N599", ExpectedResult = false)]
    [TestCase("91440101ma5cjq4n59", ExpectedResult = false, Description = "capitals are made before the check")]
    [TestCase("I1440101MA5CJQ4N59", ExpectedResult = false)]
    [TestCase("９1440101MA5CJQ4N59", ExpectedResult = false)]
    [TestCase("", ExpectedResult = false)]
    public bool Checks_Example_IsAsTheStandardSays(string code) => CreditCode.Checks(code);

    [Test]
    public void Checks_AnyCode_TakesExactlyTheStandardsCharacter() => Prop.ForAll(Seventeen.ToArbitrary(), code =>
    {
        var sum = code.Select((c, i) => Alphabet.IndexOf(c, StringComparison.Ordinal) * Weights[i]).Sum();
        var right = Alphabet[(31 - (sum % 31)) % 31];
        return Alphabet.All(c => CreditCode.Checks(code + c) == (c == right));
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Checks_OneWrongCharacter_IsAlwaysFound() => Prop.ForAll(
        Seventeen.ToArbitrary(), Gen.Choose(0, 16).ToArbitrary(), Gen.Choose(1, 30).ToArbitrary(), (code, at, shift) =>
        {
            var right = code + Alphabet.Single(c => CreditCode.Checks(code + c));
            var wrong = right.ToCharArray();
            wrong[at] = Alphabet[(Alphabet.IndexOf(wrong[at], StringComparison.Ordinal) + shift) % Alphabet.Length];
            return !CreditCode.Checks(new string(wrong));
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Organisation_WithoutCode_HasNothingDoubtful()
    {
        var organisation = new Organisation
        {
            Id = Guid.NewGuid(),
            Revision = 1,
            Name = "n",
            Kind = OrganisationKind.Fund,
            RegionCode = "DE",
            CreatedAt = default,
            UpdatedAt = default,
        };

        Assert.That(organisation.CreditCodeDoubtful, Is.False);
        Assert.That((organisation with { CreditCode = "91350200776049653B" }).CreditCodeDoubtful, Is.True);
    }
}
