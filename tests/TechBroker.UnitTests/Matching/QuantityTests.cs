using System.Globalization;
using TechBroker.Matching.Quantities;
using TechBroker.Matching.Tokens;

namespace TechBroker.UnitTests.Matching;

public sealed class QuantityTests
{
    [TestCase("3.7V", "Voltage 3.7..3.7")]
    [TestCase("３.７ Ｖ", "Voltage 3.7..3.7")]
    [TestCase("≥67%", "Share 0.67..Infinity")]
    [TestCase("密度1.8 g/cm³", "Density 1800..1800")]
    [TestCase("100-120目", "Mesh 100..120")]
    [TestCase("100目至120目", "Mesh 100..120")]
    [TestCase("不低于3万次", "Cycles 30000..Infinity")]
    [TestCase("低于5ppm", "Concentration -Infinity..5")]
    [TestCase("年产2亿吨", "Mass 200000000000..200000000000")]
    [TestCase("100公斤以上", "Mass 100..Infinity")]
    [TestCase("30分钟以内", "Time -Infinity..1800")]
    [TestCase("-20℃", "Temperature -20..-20")]
    [TestCase("up to 2 kV, at least 300 Wh/kg", "Voltage -Infinity..2000; EnergyByMass 300..Infinity")]
    [TestCase("1,200 km", "Length 1200000..1200000")]
    [TestCase("500千瓦", "Power 500000..500000")]
    [TestCase("CO2 5 model 2019 304不锈钢 3-", "")]
    [TestCase("", "")]
    public void In_Text_GivesComparableValues(string text, string quantities) =>
        Assert.That(
            string.Join("; ", QuantityReader.In(new NormalizedText(text).Key).Select(quantity => string.Create(
                CultureInfo.InvariantCulture, $"{quantity.Dimension} {quantity.Low}..{quantity.High}"))),
            Is.EqualTo(quantities));

    [TestCase("9")]
    [TestCase("9 ")]
    [TestCase("9-")]
    [TestCase("≥")]
    [TestCase("1.2.3.4v")]
    [TestCase("9万")]
    [TestCase("99999999999999999999999999999999999999v至")]
    public void In_BrokenText_DoesNotThrow(string text) => Assert.That(() => QuantityReader.In(new NormalizedText(text).Key), Throws.Nothing);
}
