using TechBroker.Matching;

namespace TechBroker.UnitTests.Matching;

public sealed class MatchingParametersTests
{
    [Test]
    public void Default_AsJson_RoundTrips()
    {
        var json = MatchingParameters.Default.ToJson();

        Assert.That(MatchingParameters.Parse(json).ToJson(), Is.EqualTo(json));
        Assert.That(new MarketIndex(MatchingParameters.Default).EngineVersion, Does.EndWith("+" + MatchingParameters.Default.Version));
    }

    [Test]
    public void Default_Levels_AreAllReachable()
    {
        var levels = MatchingParameters.Default.Levels;

        Assert.That(levels, Is.Ordered.And.All.InRange(0.01, 0.95));
        Assert.That(levels, Is.Unique);
    }

    [TestCase("")]
    [TestCase("null")]
    [TestCase("{}")]
    [TestCase("[1]")]
    public void Parse_NoParameters_ThrowsFormatException(string json) =>
        Assert.That(() => MatchingParameters.Parse(json), Throws.TypeOf<FormatException>());

    [TestCase("\"half\":", "\"half\": 0, \"was\":")]
    [TestCase("\"half\":", "\"half\": -0.1, \"half\":")]
    [TestCase("\"levels\": [", "\"levels\": [1, 0.5, 0.7], \"notes\": [")]
    [TestCase("\"rarityPower\":", "\"rarity\":")]
    [TestCase("\"field\": 0.12", "\"field\": 1")]
    [TestCase("\"region\": 0.1", "\"region\": 0.3")]
    [TestCase("\"rarityBase\": 4000", "\"rarityBase\": 0")]
    public void Parse_BrokenRule_ThrowsFormatException(string old, string @new)
    {
        var json = MatchingParameters.Default.ToJson();
        Assert.That(json, Does.Contain(old));

        if (@new.EndsWith("\"half\":", StringComparison.Ordinal))
        {
            json = json.Replace("\"half\": ", "\"half\": -", StringComparison.Ordinal);
        }
        else
        {
            json = json.Replace(old, @new, StringComparison.Ordinal);
        }

        Assert.That(() => MatchingParameters.Parse(json), Throws.TypeOf<FormatException>());
    }
}
