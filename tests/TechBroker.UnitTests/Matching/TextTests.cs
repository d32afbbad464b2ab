using TechBroker.Matching;
using TechBroker.Matching.Tokens;

namespace TechBroker.UnitTests.Matching;

public sealed class TextTests
{
    [TestCase("锂电池", "锂 锂电 电 电池 池")]
    [TestCase("CBN单晶", "cbn 单 单晶 晶")]
    [TestCase("泵", "泵")]
    [TestCase("３.７Ｖ，100/120目 ≥67%", "3.7v 100 120 目 67%")]
    [TestCase("304不锈 2019年 5个", "304 不 不锈 锈 年 个")]
    [TestCase("Batteries for the boxes, classes and gas analysis", "batteri box class gas analysi")]
    [TestCase("20℃ ㎡", "20°c m2")]
    [TestCase("𠮷野", "𠮷 𠮷野 野")]
    [TestCase("e\u0301lectrolyseur", "électrolyseur")]
    [TestCase("a\u0007b", "b")]
    [TestCase("鋰離子電池", "锂 锂离 离 离子 子 子电 电 电池 池")]
    public void Cut_Text_GivesTerms(string text, string terms)
    {
        var key = new NormalizedText(text).Key;

        Assert.That(string.Join(' ', Tokenizer.Cut(key).Select(token => token.TermIn(key).ToString())), Is.EqualTo(terms));
    }

    [TestCase("Ａ①ﬁⅣ", "A1fiIV")]
    [TestCase("鋰電池", "鋰電池")]
    [TestCase("か\u3099", "が")]
    [TestCase("a\u200bb\ufeffc", "abc")]
    public void Display_CompatibilityCharacters_AreFolded(string text, string display)
    {
        var normalized = new NormalizedText(text);

        Assert.That(normalized.Display, Is.EqualTo(display));
        Assert.That(normalized.Key, Has.Length.EqualTo(display.Length));
    }

    // Not a TestCase: attributes are stored as UTF-8, which has no half characters.
    [Test]
    public void Display_LoneSurrogates_BecomeSpaces() =>
        Assert.That(new NormalizedText("\ud800x\udc00y\ud840").Display, Is.EqualTo(" x y "));

    [Test]
    public void Log2AndPower_WideRange_AgreeWithTheLibrary()
    {
        foreach (var value in new[] { 1e-9, 0.013, 0.5, 0.9999, 1, 1.0001, 1.5, 2, 3, 10, 7411 / 1.5, 1e12 })
        {
            Assert.That(DeterministicMath.Log2(value), Is.EqualTo(Math.Log2(value)).Within(1e-13));
            Assert.That(DeterministicMath.Power(value, 1.7) / Math.Pow(value, 1.7), Is.EqualTo(1).Within(1e-12));
            Assert.That(DeterministicMath.Power(value, -0.25) / Math.Pow(value, -0.25), Is.EqualTo(1).Within(1e-12));
        }
    }
}
