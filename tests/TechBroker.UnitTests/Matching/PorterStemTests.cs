using TechBroker.Matching.Tokens;

namespace TechBroker.UnitTests.Matching;

/// <summary>Pairs of Porter's article and of his published vocabulary.</summary>
public sealed class PorterStemTests
{
    [TestCase("caresses", "caress")]
    [TestCase("ponies", "poni")]
    [TestCase("cats", "cat")]
    [TestCase("agreed", "agre")]
    [TestCase("plastered", "plaster")]
    [TestCase("motoring", "motor")]
    [TestCase("conflated", "conflat")]
    [TestCase("hopping", "hop")]
    [TestCase("filing", "file")]
    [TestCase("falling", "fall")]
    [TestCase("happy", "happi")]
    [TestCase("relational", "relat")]
    [TestCase("conditional", "condit")]
    [TestCase("electricity", "electr")]
    [TestCase("electrical", "electr")]
    [TestCase("adjustment", "adjust")]
    [TestCase("adoption", "adopt")]
    [TestCase("expansion", "expans")]
    [TestCase("controller", "control")]
    [TestCase("oscillators", "oscil")]
    [TestCase("generalizations", "gener")]
    [TestCase("batteries", "batteri")]
    [TestCase("battery", "batteri")]
    [TestCase("gas", "gas")]
    [TestCase("électrolyse", "électrolyse")]
    [TestCase("co2s", "co2s")]
    public void Of_Word_IsItsStem(string word, string stem) => Assert.That(PorterStem.Of(word).ToString(), Is.EqualTo(stem));
}
