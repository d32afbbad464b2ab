using TechBroker.Domain;
using TechBroker.Domain.Organisations;
using TechBroker.Domain.Vocabularies;

namespace TechBroker.UnitTests.DomainRules;

/// <summary>The vocabularies that are shipped, and how terms are found in them.</summary>
internal sealed class VocabularyTests
{
    private static readonly VocabularySet Shipped = VocabularySet.Shipped();

    private static IEnumerable<string> Ids => Shipped.All.Select(v => v.Id);

    [Test]
    public void Shipped_HoldsWhatTheProgramReliesOn() => Assert.That(
        Ids,
        Is.SupersetOf((string[])["regions", "countries", "ip-types", "ip-statuses", "contract-types", "price-modes", "close-reasons", "trl", .. VocabularySet.OfFields]));

    [TestCaseSource(nameof(Ids))]
    public void Vocabulary_Shipped_IsDatedSourcedAndNamed(string id)
    {
        var vocabulary = Shipped[id];

        Assert.Multiple(() =>
        {
            Assert.That(vocabulary.Version, Does.Match(@"^\d{4}"));
            Assert.That(vocabulary.Source, Is.Not.Empty);
            Assert.That((vocabulary.Title.Zh, vocabulary.Title.En), Is.Not.EqualTo(("", "")));
            Assert.That(vocabulary.Terms, Is.Not.Empty);
            Assert.That(vocabulary.Terms.Select(t => t.Code.ToUpperInvariant()), Is.Unique);
            Assert.That(vocabulary.Terms.SelectMany(t => new[] { t.Code, t.Zh, t.En }), Has.None.Matches<string>(string.IsNullOrWhiteSpace));
        });
    }

    [TestCaseSource(nameof(Ids))]
    public void Vocabulary_Shipped_HasParentsThatExistAndNoCircle(string id)
    {
        var vocabulary = Shipped[id];
        foreach (var term in vocabulary.Terms)
        {
            var seen = new HashSet<string>();
            for (var at = term; at?.Parent is { } parent; at = vocabulary.ByCode(parent))
            {
                Assert.That(vocabulary.ByCode(parent)?.Code, Is.EqualTo(parent), $"parent of {at.Code}");
                Assert.That(seen.Add(at.Code), Is.True, $"{at.Code} is above itself");
            }
        }
    }

    [TestCaseSource(nameof(Ids))]
    public void Find_CodeNameOrAlias_LeadsToTheTerm(string id)
    {
        var vocabulary = Shipped[id];
        foreach (var term in vocabulary.Terms)
        {
            Assert.That(vocabulary.Find($" {term.Code.ToUpperInvariant()} ")?.Code, Is.EqualTo(term.Code));

            // A name that two terms share leads to the first; an alias never to a term that does not bear it.
            foreach (var name in (string[])[term.Zh, term.En, .. term.Aliases])
            {
                var found = vocabulary.Find(name);
                Assert.That(found is null ? [] : (string[])[found.Code, found.Zh, found.En, .. found.Aliases], Has.Some.EqualTo(name).IgnoreCase, $"{name} of {term.Code}");
            }
        }
    }

    [Test]
    public void Names_InAVocabularyOfFields_AreSharedOnlyByASectionAndItsOneDivision()
    {
        foreach (var id in VocabularySet.OfFields)
        {
            var shared = Shipped[id].Terms
                .SelectMany(t => t.Aliases.Append(t.Zh).Append(t.En).Distinct(StringComparer.OrdinalIgnoreCase).Select(name => (Name: name.ToUpperInvariant(), Term: t)))
                .GroupBy(n => n.Name, n => n.Term)
                .Where(g => g.Skip(1).Any(t => t.Parent != g.First().Code))
                .Select(g => $"{id}: {g.Key} = {string.Join(" and ", g.Select(t => t.Code))}");
            Assert.That(shared, Is.Empty);
        }
    }

    [TestCase("人形机器人", ExpectedResult = "future-industries:humanoid-robots")]
    [TestCase("HUMANOID ROBOT", ExpectedResult = "future-industries:humanoid-robots")]
    [TestCase("future-industries:humanoid-robots", ExpectedResult = "future-industries:humanoid-robots")]
    [TestCase("industries:农业", ExpectedResult = "industries:A01")]
    [TestCase("a01", ExpectedResult = "industries:A01")]
    [TestCase("countries:DE", ExpectedResult = null, Description = "a vocabulary, but not of fields")]
    [TestCase("nothing:A01", ExpectedResult = null)]
    [TestCase("", ExpectedResult = null)]
    [TestCase(":", ExpectedResult = null)]
    public string? FieldCode_Text_IsTheCodeItStandsFor(string text) => Shipped.FieldCode(text);

    [TestCase("110000", ExpectedResult = true)]
    [TestCase("110108", ExpectedResult = true)]
    [TestCase("DE", ExpectedResult = true)]
    [TestCase("US", ExpectedResult = true)]
    [TestCase("990000", ExpectedResult = false)]
    [TestCase("11000", ExpectedResult = false)]
    [TestCase("１１０000", ExpectedResult = false)]
    [TestCase("de", ExpectedResult = false)]
    [TestCase("ZZ", ExpectedResult = false)]
    [TestCase("", ExpectedResult = false)]
    public bool IsRegion_Code_IsOneOfTheStandards(string code) => Shipped.IsRegion(code);

    [TestCase("11", "Beijing")]
    [TestCase("12", "Tianjin")]
    [TestCase("13", "Hebei")]
    [TestCase("31", "Shanghai")]
    [TestCase("33", "Zhejiang")]
    [TestCase("44", "Guangdong")]
    public void Regions_Provinces_HaveTheirDigits(string digits, string name) =>
        Assert.That(Shipped["regions"].ByCode(digits + "0000")?.En, Does.StartWith(name));

    [Test]
    public void Below_ASection_IsItselfAndItsDivisions()
    {
        var below = Shipped["industries"].Below("c").Select(t => t.Code).ToList();

        Assert.That(below, Has.Some.EqualTo("C").And.Some.EqualTo("C39").And.All.StartsWith("C"));
        Assert.That(Shipped["industries"].Below("nothing"), Is.Empty);
    }

    [Test]
    public void Vocabularies_OfEnumerations_HaveTheirCodes()
    {
        Assert.That(Shipped["organisation-kinds"].Terms.Select(t => t.Code), Is.EquivalentTo(Codes.All<OrganisationKind>()));
        Assert.That(Shipped["cooperation-modes"].Terms.Select(t => t.Code), Is.EquivalentTo(Codes.All<CooperationMode>()));
        Assert.That(Shipped["trl"].Terms, Has.Count.EqualTo(9));
    }

    [Test]
    public void Shipped_WithAnOperatorsFile_IsReplacedById()
    {
        var own = VocabularyFile.Parse("""{"id":"trl","version":"2027","source":"own","title":{"zh":"等级","en":"levels"},"terms":[{"code":"1","zh":"一","en":"one"}]}"""u8);

        Assert.That(VocabularySet.Shipped(own)["trl"].Terms.Single().En, Is.EqualTo("one"));
    }

    [TestCase("null")]
    [TestCase("{}")]
    [TestCase("[]")]
    [TestCase("not json")]
    [TestCase("""{"id":"x","version":"1","source":"s","title":{"zh":"z","en":"e"},"terms":[{"zh":"no code","en":"e"}]}""")]
    [TestCase("""{"id":"x","version":"1","source":"s","title":{"zh":"z","en":"e"},"terms":[{"code":"1","zh":"a","en":"a"},{"code":"1","zh":"b","en":"b"}]}""")]
    public void Parse_WhatIsNoVocabulary_SaysSo(string json) =>
        Assert.That(() => VocabularyFile.Parse(System.Text.Encoding.UTF8.GetBytes(json)), Throws.InstanceOf<System.Text.Json.JsonException>());
}
