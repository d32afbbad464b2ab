using TechBroker.Matching;

namespace TechBroker.UnitTests.Matching;

public sealed class CrossLanguageTests
{
    private static readonly string[] Titles = ["锂离子电池", "酶催化反应器", "解析数论", "生活垃圾焚烧", "混凝土裂缝修复", "机器人触觉传感器"];

    [TestCase("Lithium-ion batteries", "锂离子电池")]
    [TestCase("reactor for enzymatic catalysis", "酶催化反应器")]
    [TestCase("Analytical number theory", "解析数论")]
    [TestCase("repair of cracks in concrete", "混凝土裂缝修复")]
    [TestCase("tactile sensor for robots", "机器人触觉传感器")]
    public void Rank_EnglishNeed_FindsTheChineseListing(string need, string listing)
    {
        var listings = Titles.Select((title, i) => Market.Listing(title, i + 1)).ToArray();
        var best = Market.IndexOf(listings).Rank(Market.Need(need), 1);

        Assert.That(best.Select(match => Titles[Array.FindIndex(listings, item => item.Id == match.ListingId)]), Is.EqualTo(new[] { listing }));
    }

    [Test]
    public void Rank_ChineseNeed_FindsTheEnglishListing()
    {
        var listings = new[] { Market.Listing("Enzyme reactor", 1), Market.Listing("Lithium-ion battery", 2), Market.Listing("Number theory", 3) };

        Assert.That(Market.IndexOf(listings).Rank(Market.Need("锂离子电池"), 1).Single().ListingId, Is.EqualTo(Market.Id(2)));
    }

    [Test]
    public void Score_PairInTwoLanguages_IsAllCrossLanguage()
    {
        var match = MatchOf("锂离子电池", "Lithium-ion battery");

        Assert.That(match.Contributions.Select(contribution => contribution.Scorer), Is.EqualTo(new[] { "crossLanguage" }));
        Assert.That(match.Contributions[0].Score, Is.EqualTo(match.Score));
        Assert.That(match.Contributions[0].Terms, Is.EqualTo(new[] { "Lithium-ion battery ↔ 锂离子电池" }));
    }

    [TestCase("welding", "焊", "welding ↔ 焊", TestName = "One rare character alone")]
    [TestCase("light field", "光场", "light field ↔ 光场", TestName = "One character each of neighbours")]
    [TestCase("counters", "一台", "", TestName = "A character that stands for anything")]
    public void Terms_InTwoLanguages_AreThoseThatTell(string listing, string need, string terms) =>
        Assert.That(MatchOf(listing, need).Contributions.SelectMany(contribution => contribution.Terms), Is.EqualTo(terms.Length == 0 ? [] : new[] { terms }));

    [Test]
    public void Score_PairWithBoth_IsSplitAndAddsUp()
    {
        var match = MatchOf("CBN 单晶 tools", "cbn crystal 工具");

        Assert.That(match.Contributions.Select(contribution => contribution.Scorer), Is.EqualTo(new[] { "text", "crossLanguage" }));
        Assert.That(match.Contributions.Sum(contribution => contribution.Score), Is.EqualTo(match.Score).Within(1e-15));
    }

    [Test]
    public void Score_PairInOneLanguage_HasNoCrossLanguage() =>
        Assert.That(MatchOf("锂离子电池", "锂电池").Contributions.Select(contribution => contribution.Scorer), Is.EqualTo(new[] { "text" }));

    [Test]
    public void Score_HeadOfAPhrase_CountsMoreThanWhatSaysWhich() =>
        Assert.That(MatchOf("acid battery", "battery").Score, Is.GreaterThan(MatchOf("battery acid", "battery").Score));

    // Two English texts have no Chinese words of their own, so translations of both must not meet.
    [Test]
    public void Score_TwoEnglishTexts_AreNotTranslated() => Assert.That(MatchOf("quantity", "amount").Score, Is.Zero);

    [Test]
    public void Search_InEnglish_FindsChinese()
    {
        var index = Market.IndexOf(Market.Listing("锂离子电池", 1), Market.Listing("数论", 2));

        Assert.That(index.Search(Side.Listing, "lithium battery", 5, SearchScope.OpenOnly).Select(hit => hit.Id), Is.EqualTo(new[] { Market.Id(1) }));
    }

    // Half the market says 电池: what a translation guesses must not look rarer than what is written.
    [Test]
    public void Search_InChinese_PutsWhatSaysItAboveWhatMayMeanIt()
    {
        var chinese = Enumerable.Range(1, 10).Select(i => Market.Listing($"第 {i} 种电池回收工艺与成套装备", i));
        var english = Enumerable.Range(11, 10).Select(i => Market.Listing($"chip number {i} with a battery", i));
        var index = Market.IndexOf([.. chinese, .. english]);

        Assert.That(index.Search(Side.Listing, "电池", 20, SearchScope.OpenOnly).Take(10).Select(hit => hit.Id), Is.All.Matches<Guid>(id => id.CompareTo(Market.Id(10)) <= 0));
    }

    [Test]
    public void Remove_TranslatedItem_LeavesTheIndexAsItWas()
    {
        var index = Market.IndexOf(Market.Listing("锂离子电池", 1), Market.Listing("Lithium-ion battery", 2));
        index.Remove(Side.Listing, Market.Id(2));

        Assert.That(
            Market.Bits(index.Rank(Market.Need("lithium 电池"), 5)),
            Is.EqualTo(Market.Bits(Market.IndexOf(Market.Listing("锂离子电池", 1)).Rank(Market.Need("lithium 电池"), 5))));
    }

    // Median is 中 in 中位数, tops are 顶: neither is what 中试 and TOPS say.
    [TestCase("中试基地", "Median price")]
    [TestCase("屋顶花园", "TOPS")]
    [TestCase("蒸汽锅炉", "automotive")]
    public void Terms_GuessThatNobodyWouldMake_IsNotShown(string listing, string need) => Assert.That(TermsOf(listing, need), Is.Empty);

    [TestCase("钛", "titanium ↔ 钛")]
    [TestCase("本", null)]
    public void Terms_SingleCharacter_IsShownWhereItIsARareWord(string listing, string? shown) =>
        Assert.That(TermsOf(listing, "titanium cost").SingleOrDefault(), Is.EqualTo(shown));

    [Test]
    public void Terms_OneChineseWordForTwoEnglishOnes_IsShownOnce() =>
        Assert.That(TermsOf("激光雷达", "lidar among lidars").Count(term => term.Contains("雷达")), Is.EqualTo(1));

    private static IReadOnlyList<string> TermsOf(string listing, string need) =>
        MatchOf(listing, need).Contributions.Where(contribution => contribution.Scorer == "crossLanguage").SelectMany(contribution => contribution.Terms).ToList();

    private static Match MatchOf(string listing, string need) =>
        Market.IndexOf(Market.Listing(listing), Market.Need(need)).Score(Market.Id(1), Market.Id(1))!;
}
