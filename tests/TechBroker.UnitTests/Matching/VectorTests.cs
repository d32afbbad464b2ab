using TechBroker.Matching;
using TechBroker.Matching.Vectors;

namespace TechBroker.UnitTests.Matching;

public sealed class VectorTests
{
    private static readonly DateOnly Day = new(2026, 11, 22);

    // Each topic has words of its own, and no listing has all of them.
    private static readonly string[][] Topics =
    [
        ["电池", "隔膜", "电极", "充电", "锂盐", "极耳"],
        ["灌溉", "水肥", "滴头", "农田", "喷灌", "墒情"],
        ["骨折", "钢板", "植入", "关节", "创伤", "假体"],
        ["激光", "光纤", "谐振", "泵浦", "透镜", "光栅"],
    ];

    [Test]
    public void Run_WordsOfOneTopic_AreNearerThanThoseOfTwo()
    {
        var vectors = VectorTraining.Run(Corpus(), MatchingParameters.Default.Text, Day)!;

        Assert.That(Likeness(vectors, "隔膜", "极耳"), Is.GreaterThan(Likeness(vectors, "隔膜", "喷灌")!.Value + 0.3));
        Assert.That(Likeness(vectors, "隔膜", "从未见过"), Is.Null);
    }

    [Test]
    public void Run_Twice_GivesTheSameFile()
    {
        var json = VectorTraining.Run(Corpus(), MatchingParameters.Default.Text, Day)!.ToJson();

        Assert.That(VectorTraining.Run(Corpus(), MatchingParameters.Default.Text, Day)!.ToJson(), Is.EqualTo(json));
        Assert.That(TermVectors.Parse(json).ToJson(), Is.EqualTo(json));
    }

    [Test]
    public void Run_NeedsInTheCorpus_TakeNoPart()
    {
        var listings = Corpus();
        var needs = listings.Select(listing => listing with { Side = Side.Need, Title = "机密" + listing.Title });

        Assert.That(
            VectorTraining.Run([.. listings, .. needs], MatchingParameters.Default.Text, Day)!.ToJson(),
            Is.EqualTo(VectorTraining.Run(listings, MatchingParameters.Default.Text, Day)!.ToJson()));
    }

    [Test]
    public void Run_FewListings_LearnsNothing() =>
        Assert.That(VectorTraining.Run(Corpus().Take(20), MatchingParameters.Default.Text, Day), Is.Null);

    [TestCase("{}")]
    [TestCase("not json")]
    [TestCase("null")]
    public void Parse_NoVectorFile_ThrowsFormatException(string json) =>
        Assert.That(() => TermVectors.Parse(json), Throws.TypeOf<FormatException>());

    [Test]
    public void Parse_ChangedNumbers_ThrowsFormatException()
    {
        var json = VectorTraining.Run(Corpus(), MatchingParameters.Default.Text, Day)!.ToJson();

        Assert.That(() => TermVectors.Parse(json.Replace("\"weights\":[", "\"weights\":[7", StringComparison.Ordinal)), Throws.TypeOf<FormatException>());
    }

    [Test]
    public void Score_WithVectors_MovesLevelsAloneAndNamesTheVersion()
    {
        var vectors = VectorTraining.Run(Corpus(), MatchingParameters.Default.Text, Day)!;
        var parameters = MatchingParameters.Default with { Grading = MatchingParameters.Default.Grading with { Likeness = 1 } };
        var (with, without) = (new MarketIndex(parameters, vectors), new MarketIndex(parameters));
        foreach (var index in new[] { with, without })
        {
            index.Put([.. Corpus(), Market.Need("隔膜电极极耳", 1)]);
        }

        var (graded, plain) = (with.Rank(Side.Need, Market.Id(1), 50), without.Rank(Side.Need, Market.Id(1), 50));

        Assert.That(graded.Select(m => (m.ListingId, m.Score)), Is.EqualTo(plain.Select(m => (m.ListingId, m.Score))));
        Assert.That(graded.Sum(m => m.Level), Is.GreaterThan(plain.Sum(m => m.Level)));
        Assert.That(with.EngineVersion, Is.EqualTo($"{without.EngineVersion}+{vectors.Version}"));
    }

    private static List<MarketItem> Corpus() =>
        [.. Enumerable.Range(0, 400).Select(i => Market.Listing(string.Concat(Enumerable.Range(0, 3).Select(j => Topics[i % 4][((i / 4) + (j * (1 + (i / 24 % 2)))) % 6])) + $"第{(char)('一' + (i % 97))}型", i + 1))];

    private static double? Likeness(TermVectors vectors, string a, string b)
    {
        var likenesses = new Likenesses(vectors, new TechBroker.Matching.Tokens.TermAnalyzer(MatchingParameters.Default.Text));
        return likenesses.Of(Market.Listing(a), Market.Need(b));
    }
}
