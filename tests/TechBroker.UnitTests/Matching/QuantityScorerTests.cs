using TechBroker.Matching;

namespace TechBroker.UnitTests.Matching;

/// <summary>Through pairs that share a word, as a manager meets them.</summary>
internal sealed class QuantityScorerTests
{
    private const string Scorer = "quantities";

    [TestCase("能量密度 320 Wh/kg", "能量密度不低于 300 Wh/kg", Verdicts.MeetsDemand, TestName = "Meets")]
    [TestCase("能量密度 200 Wh/kg", "能量密度≥300Wh/kg", Verdicts.MissesDemand, TestName = "Misses")]
    [TestCase("能量密度 285 Wh/kg", "能量密度≥300Wh/kg", Verdicts.NearlyMeetsDemand, TestName = "Nearly")]
    [TestCase("能量密度 300 Wh/kg", "能量密度≥300Wh/kg", Verdicts.MeetsDemand, TestName = "Just met")]
    [TestCase("软包 368 Wh/kg", "要 350 Wh/kg 以上的电芯", Verdicts.MeetsDemand, TestName = "A unit that tells needs no noun")]
    [TestCase("energy density of 320 Wh/kg", "能量密度≥300Wh/kg", Verdicts.MeetsDemand, TestName = "Two languages, telling unit")]
    [TestCase("a purity of 99.5 %", "纯度不低于99%", Verdicts.MeetsDemand, TestName = "Two languages, one noun")]
    [TestCase("膜厚度 0.4 mm", "厚度小于 1 cm", Verdicts.MeetsDemand, TestName = "mm against cm")]
    [TestCase("厚度 40 mm", "厚度小于 1 cm", Verdicts.MissesDemand, TestName = "40 mm against 1 cm")]
    [TestCase("功率 2 MW", "功率不低于 1500 千瓦", Verdicts.MeetsDemand, TestName = "MW against 千瓦")]
    [TestCase("功率 2 mW", "功率不低于 1500 千瓦", Verdicts.MissesDemand, TestName = "mW is no MW")]
    [TestCase("寿命 5 万次", "寿命 30000 次以上", Verdicts.MeetsDemand, TestName = "万")]
    [TestCase("粒径 0.8 μm", "要求粒径 0.5~1 μm", Verdicts.MeetsDemand, TestName = "Value in a range")]
    [TestCase("粒径 3 μm", "要求粒径 0.5~1 μm", Verdicts.MissesDemand, TestName = "Value outside a range")]
    [TestCase("工作温度 -45~90 ℃", "要求工作温度 -40~85 ℃", Verdicts.MeetsDemand, TestName = "Range that holds a range")]
    [TestCase("启动温度 -40 ℃", "要求启动温度 -30 ℃", Verdicts.MeetsDemand, TestName = "Colder than the frost asked for")]
    [TestCase("启动温度 -20 ℃", "要求启动温度 -30 ℃", Verdicts.MissesDemand, TestName = "Not as cold")]
    [TestCase("循环 8000 次", "要求循环 6000 次", Verdicts.MeetsDemand, TestName = "Endurance is at least")]
    [TestCase("厚度 50±1 mm", "厚度不超过 52 mm", Verdicts.MeetsDemand, TestName = "Tolerance within")]
    [TestCase("腹泻率由 17.6% 降到 6.1%", "腹泻率降到 8% 以下", Verdicts.MeetsDemand, TestName = "What it is now, not what it was")]
    [TestCase("3000 次循环", "循环不少于 2000 次", Verdicts.MeetsDemand, TestName = "The noun behind the value")]
    [TestCase("首效 91%", "首效＞89%", Verdicts.MeetsDemand, TestName = "A word of the trade that the dictionary lacks")]
    [TestCase("铱载量 0.35 mg/cm²", "铱载量降到每平方厘米 0.5 毫克以内", Verdicts.MeetsDemand, TestName = "Per said before or behind")]
    [TestCase("杂质低于 0.05 ppm", "杂质不超过 0.1 ppm", Verdicts.MeetsDemand, TestName = "A promised bound is a value")]
    public void Judge_ValueOfTheSameThing_IsCompared(string listing, string need, string verdict) =>
        Assert.That(Found(listing, need)?.Verdict, Is.EqualTo(verdict));

    [TestCase("能量密度 320 Wh/kg", "电池", TestName = "Nothing demanded")]
    [TestCase("电池", "能量密度≥300Wh/kg", TestName = "Nothing stated")]
    [TestCase("收率 99%", "纯度不低于 99.5%", TestName = "Another noun")]
    [TestCase("泡点压力 2 bar", "工作压力不低于 10 bar", TestName = "One noun, of another thing")]
    [TestCase("纯度 99%", "现方案纯度 98%", TestName = "The need tells what it has")]
    [TestCase("厚度 50±5 mm", "厚度不超过 52 mm", TestName = "Tolerance across the bound")]
    [TestCase("温度 80 ℃", "要求温度 -40~85 ℃", TestName = "One temperature of a range")]
    [TestCase("每台 0.3 次", "误报每台不多于 1 次", TestName = "What is counted is no noun")]
    [TestCase("效率 19%", "效率提高 20% 以上", TestName = "A change is no value")]
    [TestCase("厚度 3 mm", "厚度不低于 3 kg", TestName = "Another dimension")]
    [TestCase("寿命 30 年", "寿命不低于 30 次", TestName = "Time is no count")]
    public void Judge_NothingToCompare_Abstains(string listing, string need) => Assert.That(Found(listing, need), Is.Null);

    [Test]
    public void Judge_SomeMet_CountsEachDemandAlike()
    {
        var found = Found("能量密度 320 Wh/kg，循环 500 次", "能量密度≥300 Wh/kg，循环不少于 2000 次")!;

        Assert.That((found.Verdict, found.Score), Is.EqualTo((Verdicts.MeetsSomeDemands, 0.0)));
        Assert.That(found.Values, Is.EqualTo(new[] { "能量密度 320 Wh/kg", "≥300 Wh/kg", "循环 500 次", "≥2000 次" }));
    }

    [Test]
    public void Score_MetOrMissed_MovesUpOrDown()
    {
        Assert.That(Found("能量密度 320 Wh/kg", "能量密度≥300 Wh/kg")!.Score, Is.GreaterThan(0));
        Assert.That(Found("能量密度 220 Wh/kg", "能量密度≥300 Wh/kg")!.Score, Is.LessThan(0));
    }

    [Test]
    public void Text_InBothLanguages_NamesBothValues()
    {
        var met = Found("能量密度 320 Wh/kg", "能量密度不低于 300 Wh/kg")!;
        var missed = Found("能量密度 220 Wh/kg", "能量密度不低于 300 Wh/kg")!;

        Assert.That(Explanation.Text(met, Language.Chinese), Is.EqualTo("能量密度 320 Wh/kg，达到要求的 ≥300 Wh/kg"));
        Assert.That(Explanation.Text(met, Language.English), Is.EqualTo("能量密度 320 Wh/kg meets the required ≥300 Wh/kg"));
        Assert.That(Explanation.Text(missed, Language.Chinese), Is.EqualTo("不利：能量密度 220 Wh/kg，未达到要求的 ≥300 Wh/kg"));
        Assert.That(Explanation.Text(missed, Language.English), Is.EqualTo("Against: 能量密度 220 Wh/kg misses the required ≥300 Wh/kg"));
    }

    [Test]
    public void Rank_FromEitherSide_GivesTheSameBits()
    {
        var (listing, need) = (Market.Listing("电池，能量密度 320 Wh/kg"), Market.Need("电池，能量密度≥350 Wh/kg"));
        var index = Market.IndexOf(listing, need);

        Assert.That(Market.Bits(index.Rank(Side.Listing, listing.Id, 1)), Is.EqualTo(Market.Bits(index.Rank(Side.Need, need.Id, 1))).And.Contain(Scorer));
    }

    [Test]
    public void Load_AfterSave_StillCompares()
    {
        var (listing, need) = (Market.Listing("电池，能量密度 320 Wh/kg，纯度 99.5%"), Market.Need("电池，能量密度≥350 Wh/kg，纯度≥99%"));
        var index = Market.IndexOf(listing, need);
        var bytes = new MemoryStream();
        index.Save(some => bytes.Write(some));
        bytes.Position = 0;
        var loaded = new MarketIndex(MatchingParameters.Default);
        loaded.Load(some => bytes.ReadExactly(some));

        Assert.That(Market.Bits(loaded.Score(listing.Id, need.Id)), Is.EqualTo(Market.Bits(index.Score(listing.Id, need.Id))).And.Contain(Scorer));
    }

    [Test]
    public void Put_MoreValuesThanAreKept_ComparesTheFirst()
    {
        var values = string.Join('，', Enumerable.Range(1, 20).Select(i => $"能量密度 {i} Wh/kg")) + "，纯度 99%";

        Assert.That(Found(values, "纯度≥98%"), Is.Null);
        Assert.That(Found("纯度 99%，" + values, "纯度≥98%"), Is.Not.Null);
    }

    private static Contribution? Found(string listing, string need)
    {
        var index = Market.IndexOf(Market.Listing("电池，" + listing), Market.Need("电池，" + need));
        return index.Score(Market.Id(1), Market.Id(1))!.Contributions.SingleOrDefault(contribution => contribution.Scorer == Scorer);
    }
}
