using System.Reflection;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using TechBroker.Matching;

namespace TechBroker.UnitTests.Matching;

public sealed class ExplanationTests
{
    private static readonly string[] Scorers =
        ["text", "crossLanguage", "field", "readiness", "cooperation", "price", "region", "intellectualProperty", "timing", "quantities"];

    [Test]
    public void Terms_NeighbouringWords_GrowTogether() =>
        Assert.That(TermsOf("高性能锂离子电池电解液的研发", "防爆锂离子电池的产业化研发"), Is.EqualTo(new[] { "锂离子电池" }));

    [Test]
    public void Terms_StringsThatPart_AreBothNamed() =>
        Assert.That(TermsOf("石墨烯电池负极", "石墨烯电池的电池负极"), Is.EquivalentTo(new[] { "石墨烯电池", "电池负极" }));

    [Test]
    public void Terms_PiecesOfWords_AreNoTerms() =>
        Assert.That(TermsOf("已有中试线的电芯", "已经有中试平台，要电芯"), Is.EquivalentTo(new[] { "中试", "电芯" }));

    [Test]
    public void Terms_WordInsideALongerWord_IsNamed() =>
        Assert.That(TermsOf("锂电池回收", "铅酸电池回收"), Is.EqualTo(new[] { "电池回收" }).Or.EquivalentTo(new[] { "电池", "回收" }));

    [Test]
    public void Terms_LatinWords_KeepTheirCase() =>
        Assert.That(TermsOf("CBN单晶 Batteries", "高韧性cbn，battery"), Is.EquivalentTo(new[] { "CBN", "Batteries" }));

    [Test]
    public void Terms_NothingButTradeWords_NamesThem() =>
        Assert.That(TermsOf("关键技术研发", "污泥处理关键技术"), Is.EqualTo(new[] { "关键技术" }));

    [TestCase("905 nm 激光", "激光", TestName = "Terms_NumbersAndUnits_AreLeftOut")]
    [TestCase("905 nm", "", TestName = "Terms_NothingButNumbersAndUnits_AreNone")]
    [TestCase("氢能，成本低于 300 万元", "氢能", TestName = "Terms_WhatStandsAroundNumbers_IsLeftOut")]
    [TestCase("氢能，在均", "氢能", TestName = "Terms_CommonCharactersSideBySide_AreNone")]
    [TestCase("电堆", "电堆", TestName = "Terms_RareCharactersSideBySide_AreAWordOfTheTrade")]
    public void Terms_OfWhatBothSay(string common, string terms) =>
        Assert.That(TermsOf("机器人，" + common, "污泥，" + common), Is.EqualTo(terms.Length == 0 ? [] : new[] { terms }));

    [Test]
    public void Terms_TradeWordsAroundAWord_AreTakenOff() =>
        Assert.That(TermsOf("一种石墨烯制备方法及其应用", "关于一种石墨烯制备方法的需求"), Is.EqualTo(new[] { "石墨烯" }));

    [Test]
    public void Terms_ManyInCommon_AreAtMostSix()
    {
        const string words = "石墨烯，超导，氢能，机器人，电解槽，光伏，骨折，污泥，卫星";

        Assert.That(TermsOf(words, words), Has.Count.EqualTo(6));
    }

    [Test]
    public void Terms_OfAText_StandInBothTexts() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(200),
            Prop.ForAll(Market.Items(Side.Listing).Two().ToArbitrary(), items =>
            {
                var listing = items.Item1;
                var need = items.Item2 with { Side = Side.Need };
                var match = Market.IndexOf(listing, need).Score(listing.Id, need.Id)!;
                foreach (var term in match.Contributions.Where(contribution => contribution.Scorer == "text").SelectMany(contribution => contribution.Terms))
                {
                    foreach (var text in new[] { listing, need }.Select(item => string.Join('\n', [item.Title, .. item.Keywords, item.Description])))
                    {
                        Assert.That(text, Does.Contain(term).IgnoreCase);
                    }
                }
            }));

    [Test]
    public void Text_ManyLongTerms_FitsAPhone([Values] Language language)
    {
        var contribution = Of("text", Verdicts.CommonTerms) with { Terms = ["硫化物固态电解质", "质子交换膜电解槽", "高温超导磁体线圈", "生物基尼龙单体", "低温秸秆腐熟菌剂"] };

        Assert.That(Explanation.Text(contribution, language), Has.Length.LessThanOrEqualTo(50).And.Contain("硫化物固态电解质"));
    }

    [Test]
    public void Text_EveryVerdict_IsShortAndNeverEmpty([Values] Language language)
    {
        var verdicts = typeof(Verdicts).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).Append("unheard-of");
        foreach (var contribution in verdicts.SelectMany(verdict => Scorers.Append("unheard-of").Select(scorer => Of(scorer, verdict))))
        {
            var text = Explanation.Text(contribution, language);

            Assert.That(text.Trim(), Is.Not.Empty.And.Length.LessThan(120));
        }
    }

    [Test]
    public void Text_EveryVerdict_ReadsDifferentlyInEachLanguage()
    {
        foreach (var verdict in typeof(Verdicts).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!))
        {
            var contribution = Of("text", verdict) with { Terms = ["x"] };
            var chinese = Explanation.Text(contribution, Language.Chinese);

            Assert.That(Explanation.Text(contribution, Language.English), Is.Not.EqualTo(chinese).And.Match("^[\\x20-\\x7e]+$"));
            Assert.That(chinese, Does.Match("[\\u4e00-\\u9fff]"));
            Assert.That(chinese, Is.Not.EqualTo(Explanation.Text(contribution with { Verdict = "unheard-of" }, Language.Chinese)));
        }
    }

    [Test]
    public void Text_Prices_AreReadable()
    {
        var contribution = Of("price", Verdicts.AboveBudget) with { Values = ["CNY 120000000", "CNY 80000000"] };

        Assert.That(Explanation.Text(contribution, Language.Chinese), Is.EqualTo("报价高于预算（报价 120 万元，预算 80 万元）"));
        Assert.That(
            Explanation.Text(contribution, Language.English),
            Is.EqualTo("Price above budget (price CNY 1,200,000, budget CNY 800,000)"));
    }

    [Test]
    public void Text_ReasonAgainst_SaysSo([Values] Language language)
    {
        var above = Of("price", Verdicts.AboveBudget) with { Values = ["CNY 120000000", "CNY 80000000"] };
        var against = above with { Score = -0.01 };
        var sign = language == Language.Chinese ? "不利：" : "Against: ";

        Assert.That(Explanation.Text(against, language), Is.EqualTo(sign + Explanation.Text(above, language)));
    }

    [Test]
    public void Match_AsJson_RoundTrips()
    {
        var listing = Market.Listing("锂离子电池") with { Trl = 5, Price = new Price("CNY", 300) };
        var need = Market.Need("锂离子电池") with { Trl = 6, Price = new Price("CNY", 100) };
        var match = Market.IndexOf(listing, need).Score(listing.Id, need.Id)!;

        foreach (var options in new[] { JsonSerializerOptions.Default, JsonSerializerOptions.Web })
        {
            var back = JsonSerializer.Deserialize<Match>(JsonSerializer.Serialize(match, options), options)!;

            Assert.That(Market.Bits(back), Is.EqualTo(Market.Bits(match)));
        }
    }

    private static IReadOnlyList<string> TermsOf(string listing, string need) =>
        Market.IndexOf(Market.Listing(listing), Market.Need(need)).Score(Market.Id(1), Market.Id(1))!.Contributions[0].Terms;

    private static Contribution Of(string scorer, string verdict) => new() { Scorer = scorer, Score = 0.1, Verdict = verdict };
}
