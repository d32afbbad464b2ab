using TechBroker.Matching.Lexicons;
using TechBroker.Matching.Tokens;

namespace TechBroker.UnitTests.Matching;

public sealed class LexiconTests
{
    [TestCase("防爆锂离子电池的研发", "防爆 锂离子电池 的 研发")]
    [TestCase("高韧性立方氮化硼单晶", "高韧性 立方 氮化硼 单晶")]
    [TestCase("已经有中试线", "已经 有 中试 线")]
    [TestCase("研究生命起源", "研究 生命 起源")]
    [TestCase("龘龘𠮷", "龘 龘 𠮷")]
    [TestCase("CBN单晶 3.7V电解液", "cbn 单晶 3.7v 电解液")]
    [TestCase("鋰離子電池", "锂离子电池")]
    [TestCase("", "")]
    public void In_Text_GivesTheLikeliestWords(string text, string words)
    {
        var key = new NormalizedText(text).Key;

        Assert.That(string.Join(' ', Words.In(key).Select(word => key.Substring(word.Start, word.Length))), Is.EqualTo(words));
    }

    [Test]
    public void Cut_LongRun_CoversEveryCharacterOnce()
    {
        var run = string.Concat(Enumerable.Repeat("高盐有机废水双极膜电渗析资源化工艺龘", 50));
        var lengths = new byte[run.Length];

        Segmentation.Cut(run, lengths);

        var at = 0;
        while (at < run.Length)
        {
            Assert.That(lengths[at], Is.Positive);
            Assert.That(lengths.AsSpan(at + 1, lengths[at] - 1).ContainsAnyExcept((byte)0), Is.False);
            at += lengths[at];
        }

        Assert.That(at, Is.EqualTo(run.Length));
    }

    [Test]
    public void Rarity_OfOrdinaryAndTechnicalWords_TellsThemApart() =>
        Assert.That(RarityOf("我们"), Is.LessThan(RarityOf("材料")).And.LessThan(RarityOf("传感器")));

    [TestCase("enzym", "酶")]
    [TestCase("batteri", "电池")]
    [TestCase("lithium", "锂")]
    [TestCase("theori", "论")]
    public void Translation_OfStem_IsAmongTheLikeliest(string stem, string chinese)
    {
        var (first, end) = Lexicon.Shared.TranslationsOf(Lexicon.Shared.FindStem(stem));
        var translations = Enumerable.Range(first, end - first).Select(Lexicon.Shared.Translation).ToList();

        Assert.That(translations.Take(4).Select(t => t.Second == '\0' ? t.First.ToString() : string.Concat([t.First, t.Second])), Does.Contain(chinese));
        Assert.That(translations.Select(t => t.Weight), Is.Ordered.Descending);
        Assert.That(translations[0].Weight, Is.EqualTo(255));
    }

    [TestCase("")]
    [TestCase("qqqq")]
    [TestCase("batter\uffff")]
    public void FindStem_Unknown_IsMinusOne(string stem) => Assert.That(Lexicon.Shared.FindStem(stem), Is.EqualTo(-1));

    private static int RarityOf(string word) => Lexicon.Shared.Rarity(Lexicon.Shared.Words.Find(word));
}
