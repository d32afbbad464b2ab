using System.Globalization;
using TechBroker.Matching.Quantities;
using TechBroker.Matching.Tokens;

namespace TechBroker.UnitTests.Matching;

public sealed class QuantityTests
{
    [TestCase("3.7V", "Voltage 3.7..3.7")]
    [TestCase("３.７ Ｖ", "Voltage 3.7..3.7")]
    [TestCase("≥67%", "Share 0.67..Infinity")]
    [TestCase("密度1.8 g/cm³", "Mass/Volume 1800..1800")]
    [TestCase("100-120目", "Mesh 100..120")]
    [TestCase("100目至120目", "Mesh 100..120")]
    [TestCase("不低于3万次", "Cycles 30000..Infinity")]
    [TestCase("低于5ppm", "Concentration -Infinity..5")]
    [TestCase("年产2亿吨", "Mass 2E+11..2E+11")]
    [TestCase("100公斤以上", "Mass 100..Infinity")]
    [TestCase("30分钟以内", "Time -Infinity..1800")]
    [TestCase("-20℃", "Temperature -20..-20")]
    [TestCase("up to 2 kV, at least 300 Wh/kg", "Voltage -Infinity..2000; Energy/Mass 1080000..Infinity")]
    [TestCase("1,200 km", "Length 1200000..1200000")]
    [TestCase("500千瓦", "Power 500000..500000")]
    [TestCase("2MW 2mW", "Power 2000000..2000000; Power 0.002..0.002")]
    [TestCase("4G网络 1C 4 g", "Mass 0.004..0.004")]
    [TestCase("100/120目 1/2 m", "Mesh 100..120; Length 2..2")]
    [TestCase("50±2 mm", "Length 0.048..0.052")]
    [TestCase("-40~85 ℃，-40℃至-20℃", "Temperature -40..85; Temperature -40..-20")]
    [TestCase("处理量 12 m³/h", "Volume/Time 0.0033333334..0.0033333334")]
    [TestCase("7 mS/cm 与 7 ms", "Conductance/Length 0.7..0.7; Time 0.007..0.007")]
    [TestCase("3 kg/头 5 N·s 967 cm⁻¹", "")]
    [TestCase("2026年6月起，质保3年", "Time 94672800..94672800")]
    [TestCase("铱降到每平方厘米 0.5 毫克以内", "Mass/Area -Infinity..0.005")]
    [TestCase("每台 3 次", "")]
    [TestCase("CNY 3,800 a unit, 3,000 t/a", "Mass/Time 0.09506426..0.09506426")]
    [TestCase("温度控制在180-230℃之间", "Temperature 180..230")]
    [TestCase("降到 8% 以下", "Share -Infinity..0.08")]
    [TestCase("1.5 MPa - 5 pieces", "Pressure 1500000..1500000")]
    [TestCase("CO2 5 model 2019 304不锈钢 3-", "")]
    [TestCase("", "")]
    public void In_Text_GivesComparableValues(string text, string quantities) =>
        Assert.That(
            string.Join("; ", QuantityReader.In(new NormalizedText(text)).Select(quantity => string.Create(
                CultureInfo.InvariantCulture, $"{quantity.Dimension} {(float)quantity.Low}..{(float)quantity.High}"))),
            Is.EqualTo(quantities));

    [TestCase("9")]
    [TestCase("9 ")]
    [TestCase("9-")]
    [TestCase("≥")]
    [TestCase("1.2.3.4v")]
    [TestCase("9万")]
    [TestCase("99999999999999999999999999999999999999v至")]
    public void In_BrokenText_DoesNotThrow(string text) => Assert.That(() => QuantityReader.In(new NormalizedText(text)), Throws.Nothing);
}
