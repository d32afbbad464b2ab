using TechBroker.Domain;
using TechBroker.Domain.Needs;
using TechBroker.Domain.Vocabularies;

namespace TechBroker.UnitTests.DomainRules;

internal sealed class BlindNeedTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 8, 0, 0, TimeSpan.Zero);
    private static readonly VocabularySet Vocabularies = VocabularySet.Shipped();

    [Test]
    public void Around_RegionAndFields_GoesFromFineToNothing() =>
        Assert.That(Around("110108", "industries:C39", "future-industries:biomanufacturing"), Is.EqualTo(new BlindCell[]
        {
            new("110000", "industries:C"), new("110000", "future-industries:biomanufacturing"),
            new("CN", "industries:C"), new("CN", "future-industries:biomanufacturing"),
            new("110000", null), new("CN", null),
            new(null, "industries:C"), new(null, "future-industries:biomanufacturing"),
            BlindCell.None,
        }));

    [Test]
    public void Around_ForeignRegion_IsTheCountryAsItStands() =>
        Assert.That(Around("DE", "industries:C"), Is.EqualTo(new BlindCell[] { new("DE", "industries:C"), new("DE", null), new(null, "industries:C"), BlindCell.None }));

    [Test]
    public void Around_NoRegion_IsTheFieldAlone() =>
        Assert.That(Around(null, "industries:C39", "industries:C26"), Is.EqualTo(new BlindCell[] { new(null, "industries:C"), BlindCell.None }));

    [TestCase("金丝雀酶")]
    [TestCase("canary:C39")]
    [TestCase("regions:110000")]
    [TestCase("industries:canary")]
    [TestCase(":")]
    public void Around_FreeTerm_IsNeverShown(string term) => Assert.That(Around(null, term), Is.EqualTo(new[] { BlindCell.None }));

    [Test]
    public void Around_ParentsInACircle_ComesToAnEnd()
    {
        Term Of(string code, string parent) => new() { Code = code, Zh = code, En = code, Parent = parent };
        var circle = VocabularySet.Shipped(new Vocabulary("industries", "x", new Text("行业", "Industries"), "test", [Of("A", "B"), Of("B", "A")]));

        Assert.That(BlindCell.Around(Content(null, "industries:A"), circle).First().Field, Does.StartWith("industries:"));
    }

    [Test]
    public void ToNotice_PublishedBlindNeed_HoldsNothingElse()
    {
        var need = Published(Content("110108", "industries:C39") with { BlindSummary = "摘要" }) with { Cell = new BlindCell("110000", "industries:C") };

        Assert.That(need.ToNotice(), Is.EqualTo(new NeedNotice
        {
            Id = need.Id,
            State = NeedState.Published,
            Visibility = Visibility.Blind,
            BlindSummary = "摘要",
            Region = "110000",
            Field = "industries:C",
            CreatedAt = Now,
            PublishedAt = Now,
        }));
    }

    [Test]
    public void ToNotice_AnyOtherNeed_IsNothing()
    {
        Assert.That(Published(Content(null) with { Visibility = Visibility.Private }).ToNotice(), Is.Null);
        foreach (var state in Enum.GetValues<NeedState>().Except([NeedState.Published]))
        {
            Assert.That((Published(Content(null)) with { State = state }).ToNotice(), Is.Null, state.ToString());
        }
    }

    [Test]
    public void Revise_RegionAndFieldsAsBefore_KeepsTheCell()
    {
        var cell = new BlindCell("110000", null);
        var need = Published(Content("110108", "industries:C39")) with { Cell = cell };
        BlindCell After(NeedContent content) => need.Revise(content, Now, 365).Value!.Cell;

        Assert.That(After(need.Content with { Title = "改了", Budget = new Money("CNY", 1) }), Is.EqualTo(cell));
        Assert.That(After(need.Content with { RegionCode = "310000" }), Is.EqualTo(BlindCell.None));
        Assert.That(After(need.Content with { Fields = [] }), Is.EqualTo(BlindCell.None));
        Assert.That(After(need.Content with { Visibility = Visibility.Open }), Is.EqualTo(BlindCell.None));
        Assert.That((need.LacksCell, (need with { Cell = BlindCell.None }).LacksCell), Is.EqualTo((false, true)));
    }

    private static IEnumerable<BlindCell> Around(string? region, params string[] fields) => BlindCell.Around(Content(region, fields), Vocabularies);

    private static NeedContent Content(string? region, params string[] fields) =>
        new() { Title = "金丝雀", Language = "zh", Visibility = Visibility.Blind, RegionCode = region, Fields = fields };

    private static Need Published(NeedContent content) =>
        Need.Draft(new Guid(1, 0, 0, new byte[8]), content, null, Now).Do(NeedAction.Publish, Now, 365).Value!;
}
