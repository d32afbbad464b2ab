using TechBroker.Matching;

namespace TechBroker.UnitTests.Matching;

/// <summary>Each scorer through a pair that shares one word, so that its share tells its own score.</summary>
public sealed class ScorerTests
{
    private static readonly MarketItem Listing = Market.Listing("电池");
    private static readonly MarketItem Need = Market.Need("电池");

    [TestCase(7, 6, 1.0, Verdicts.Ready)]
    [TestCase(6, 6, 1.0, Verdicts.Ready)]
    [TestCase(5, 6, 0.6, Verdicts.AlmostReady)]
    [TestCase(4, 6, 0.3, Verdicts.NotReady)]
    [TestCase(1, 9, 0.0, Verdicts.NotReady)]
    public void Readiness_AgainstMinimum_Falls(int trl, int minimum, double score, string verdict) =>
        AssertOpinion("readiness", Listing with { Trl = trl }, Need with { Trl = minimum }, score, verdict, $"{trl}", $"{minimum}");

    [TestCase("110108", "110105", 1.0, Verdicts.SameCity)]
    [TestCase("110000", "110108", 1.0, Verdicts.SameCity)]
    [TestCase("440305", "440304", 1.0, Verdicts.SameCity)]
    [TestCase("440300", "440100", 0.8, Verdicts.SameProvince)]
    [TestCase("440000", "440000", 0.8, Verdicts.SameProvince)]
    [TestCase("110000", "130100", 0.7, Verdicts.NeighbouringProvince)]
    [TestCase("310000", "330100", 0.7, Verdicts.NeighbouringProvince)]
    [TestCase("110000", "440300", 0.3, Verdicts.SameCountry)]
    [TestCase("DE", "DE", 0.5, Verdicts.SameCountry)]
    [TestCase("CN", "110000", 0.5, Verdicts.SameCountry)]
    [TestCase("DE", "110000", 0.1, Verdicts.OtherCountry)]
    public void Region_ByNearness_Falls(string listing, string need, double score, string verdict) =>
        AssertOpinion("region", Listing with { RegionCode = listing }, Need with { RegionCode = need }, score, verdict, listing, need);

    [TestCase(100, 100, 1.0, Verdicts.WithinBudget)]
    [TestCase(1, 100, 1.0, Verdicts.WithinBudget)]
    [TestCase(130, 100, 0.9, Verdicts.AboveBudget)]
    [TestCase(250, 100, 0.5, Verdicts.FarAboveBudget)]
    [TestCase(900, 100, 0.0, Verdicts.FarAboveBudget)]
    public void Price_AgainstBudget_Falls(long price, long budget, double score, string verdict) =>
        AssertOpinion(
            "price",
            Listing with { Price = new Price("CNY", price) },
            Need with { Price = new Price("CNY", budget) },
            score,
            verdict,
            $"CNY {price}",
            $"CNY {budget}");

    [TestCase("EUR", 100)]
    [TestCase("CNY", 0)]
    public void Price_OtherCurrencyOrNoAmount_Abstains(string currency, long budget) =>
        AssertAbstains("price", Listing with { Price = new Price("CNY", 100) }, Need with { Price = new Price(currency, budget) });

    [TestCase("licence,transfer", "transfer", 1.0, Verdicts.SameModes)]
    [TestCase("licence", "transfer", 0.2, Verdicts.OtherModes)]
    public void Cooperation_CommonMode_IsEnough(string listing, string need, double score, string verdict) =>
        AssertOpinion(
            "cooperation", Listing with { CooperationModes = listing.Split(',') }, Need with { CooperationModes = need.Split(',') }, score, verdict);

    [TestCase("patent:granted", 1.0, Verdicts.Granted)]
    [TestCase("patent:Applied", 0.6, Verdicts.Applied)]
    [TestCase("patent", 0.6, Verdicts.Applied)]
    [TestCase("patent:lapsed", 0.1, Verdicts.Unprotected)]
    public void IntellectualProperty_ByStatus_Falls(string right, double score, string verdict) =>
        AssertOpinion("intellectualProperty", Listing with { Ip = ["patent:lapsed", right] }, Need, score, verdict);

    [TestCase(8, 60, 1.0, Verdicts.InTime)]
    [TestCase(9, 30, 0.5, Verdicts.Tight)]
    [TestCase(6, 210, 0.5, Verdicts.Tight)]
    [TestCase(6, 42, 0.1, Verdicts.TooLate)]
    [TestCase(6, -5, 0.0, Verdicts.TooLate)]
    public void Timing_DaysAgainstMaturity_Falls(int trl, int days, double score, string verdict) =>
        AssertOpinion(
            "timing",
            Listing with { Trl = trl },
            Need with { PostedOn = new DateOnly(2026, 3, 1), Deadline = new DateOnly(2026, 3, 1).AddDays(days) },
            score,
            verdict);

    [TestCase("gbt4754:C3911", "gbt4754:C3911", 1.0, Verdicts.SameField)]
    [TestCase("gbt4754:C3911", "gbt4754:C3912", 0.75, Verdicts.RelatedField)]
    [TestCase("gbt4754:C3911", "gbt4754:C2614", 0.25, Verdicts.RelatedField)]
    [TestCase("gbt4754:C3911", "gbt4754:D4411", 0.0, Verdicts.OtherField)]
    [TestCase("future-industries:brain-computer", "future-industries:biomanufacturing", 0.0, Verdicts.OtherField)]
    [TestCase("新材料", " 新材料", 1.0, Verdicts.SameField)]
    public void Field_ByCommonLevels_Falls(string listing, string need, double score, string verdict) =>
        AssertOpinion("field", Listing with { Fields = [listing] }, Need with { Fields = [need] }, score, verdict);

    [Test]
    public void Field_OneExactAmongMany_CountsInFull() =>
        AssertOpinion("field", Listing with { Fields = ["a:x"] }, Need with { Fields = ["a:y", "a:x", "a:z"] }, 1, Verdicts.SameField);

    [Test]
    public void EveryScorer_WithoutData_Abstains()
    {
        var match = Market.IndexOf(Listing, Need).Score(Market.Id(1), Market.Id(1))!;

        Assert.That(match.Contributions.Select(contribution => contribution.Scorer), Is.EqualTo(new[] { "text" }));
    }

    // Whatever else is known: an average pair scores as one of which nothing but the text is known.
    [Test]
    public void Fit_NeutralOrAbsent_LeavesTheTextsScore()
    {
        var bare = Market.IndexOf(Listing, Need).Score(Market.Id(1), Market.Id(1))!.Score;

        Assert.That(ScoreOf(Listing with { RegionCode = "110000" }, Need with { RegionCode = "440300" }), Is.EqualTo(bare));
        Assert.That(ScoreOf(Listing with { Fields = ["a:x"] }, Need with { Fields = ["b:x"] }), Is.EqualTo(bare));
        Assert.That(ScoreOf(Listing with { Price = new Price("CNY", 1) }, Need with { Price = new Price("EUR", 1) }), Is.EqualTo(bare));
    }

    [TestCase(9, "110108", 5)]
    [TestCase(1, "DE", 45)]
    public void Score_MoreTextInCommon_OnlyRises(int trl, string region, long price)
    {
        var listing = Listing with { Trl = trl, RegionCode = region, Price = new Price("CNY", price), CooperationModes = ["transfer"] };
        var need = Need with { Trl = 9, RegionCode = "110108", Price = new Price("CNY", 5), CooperationModes = [trl == 9 ? "transfer" : "licence"] };
        var parameters = MatchingParameters.Default;

        // The overlap is the same; the smaller the half, the higher the text's score.
        var scores = Enumerable.Range(0, 40).Select(step =>
        {
            var index = new MarketIndex(parameters with { Text = parameters.Text with { Half = 10 * Math.Pow(0.7, step) } });
            index.Put(listing);
            index.Put(need);
            return index.Score(listing.Id, need.Id)!.Score;
        }).ToList();

        Assert.That(scores, Is.Ordered.Ascending.And.Unique.And.All.InRange(0, 1));
        Assert.That((scores[0], scores[^1]), Is.EqualTo((0.0, 1.0)).Within(0.05));
    }

    [Test]
    public void Fit_WithoutTopic_DoesNotReachLevelTwo()
    {
        var all = Listing with
        {
            Fields = ["a:x"],
            Trl = 9,
            CooperationModes = ["transfer"],
            Price = new Price("CNY", 5),
            RegionCode = "110108",
            Ip = ["patent:granted"],
        };
        var need = all with { Side = Side.Need, Title = "机器人", PostedOn = new DateOnly(2026, 1, 1), Deadline = new DateOnly(2026, 12, 1) };

        var match = Market.IndexOf(all, need).Score(all.Id, need.Id)!;

        Assert.That(match.Contributions, Has.Count.EqualTo(8));
        Assert.That(match.Contributions.Skip(1).Select(contribution => contribution.Score), Is.All.GreaterThan(0));
        Assert.That(match.Level, Is.EqualTo(1));
    }

    [TestCase("readiness")]
    [TestCase("region")]
    [TestCase("field")]
    [TestCase("cooperation")]
    [TestCase("price")]
    public void EveryScorer_DataOnOneSideOnly_Abstains(string scorer)
    {
        var full = new MarketItem
        {
            Side = Side.Listing,
            Id = Market.Id(1),
            Revision = 1,
            Title = "电池",
            Trl = 5,
            RegionCode = "110000",
            Fields = ["a:x"],
            CooperationModes = ["transfer"],
            Price = new Price("CNY", 5),
        };

        AssertAbstains(scorer, full, Need);
        AssertAbstains(scorer, Listing, full with { Side = Side.Need });
    }

    private static double ScoreOf(MarketItem listing, MarketItem need) => Market.IndexOf(listing, need).Score(listing.Id, need.Id)!.Score;

    private static void AssertAbstains(string scorer, MarketItem listing, MarketItem need)
    {
        var match = Market.IndexOf(listing, need).Score(listing.Id, need.Id)!;

        Assert.That(match.Contributions.Select(contribution => contribution.Scorer), Does.Not.Contain(scorer));
    }

    private static void AssertOpinion(string scorer, MarketItem listing, MarketItem need, double score, string verdict, params string[] values)
    {
        var match = Market.IndexOf(listing, need).Score(listing.Id, need.Id)!;

        var shares = match.Contributions.ToDictionary(contribution => contribution.Scorer);
        var contribution = shares[scorer];
        var text = shares["text"].Score;
        var relevance = text + (shares.TryGetValue("field", out var field) ? field.Score : 0);
        var weights = MatchingParameters.Default.Weights;
        var (room, weight, neutral) = scorer switch
        {
            "field" => (1 - text, weights.Field, 0),
            "readiness" => (relevance * (1 - relevance), weights.Readiness, 0.7),
            "cooperation" => (relevance * (1 - relevance), weights.Cooperation, 0.8),
            "price" => (relevance * (1 - relevance), weights.Price, 0.9),
            "region" => (relevance * (1 - relevance), weights.Region, 0.3),
            "intellectualProperty" => (relevance * (1 - relevance), weights.IntellectualProperty, 0.8),
            "timing" => (relevance * (1 - relevance), weights.Timing, 0.7),
            "quantities" => (relevance * (1 - relevance), weights.Quantities, 0.5),
            _ => throw new ArgumentOutOfRangeException(nameof(scorer)),
        };
        Assert.That(room, Is.GreaterThan(0.1));
        Assert.That((contribution.Score / (room * weight)) + neutral, Is.EqualTo(score).Within(1e-9));
        Assert.That(contribution.Verdict, Is.EqualTo(verdict));
        if (values.Length > 0)
        {
            Assert.That(contribution.Values, Is.EqualTo(values));
        }
    }
}
