using System.Collections.Frozen;
using System.Globalization;
using TechBroker.Matching.Tokens;
using static TechBroker.Matching.Quantities.Kind;

namespace TechBroker.Matching.Quantities;

/// <summary>A simple unit.</summary>
/// <param name="Kind">What it measures.</param>
/// <param name="Factor">How many base units it is.</param>
internal readonly record struct Unit(Kind Kind, double Factor);

/// <summary>Units as texts of the trade write them, after folding to half width, with ℃ as °C and ² as 2.</summary>
internal static class Units
{
    private const int Longest = 7;

    // Where the case tells two units apart, or a unit from a word: MW and mW, mS and ms, 4 g and 4G. Each with how many base units it is.
    private static readonly FrozenDictionary<string, Unit> WithCase = Table(
        (Current, "A=1"),
        (Power, "MW=1e6 mW=1e-3"),
        (Energy, "J=1 MJ=1e6 MWh=3.6e9"),
        (Conductance, "S=1 mS=1e-3 μS=1e-6"),
        (Time, "s=1 ms=1e-3 h=3600 d=86400 a=31557600"),
        (Mass, "g=1e-3 t=1e3"),
        (Length, "m=1"),
        (Force, "N=1"),
        (Pressure, "MPa=1e6 MPA=1e6 Mpa=1e6 mPa=1e-3"),
        (Torque, "N·m=1"),
        (Viscosity, "mPa·s=1e-3"));

    private static readonly FrozenDictionary<string, Unit> Known = Table(
        (Share, "%=0.01 ‰=0.001 wt%=0.01 vol%=0.01"),
        (Voltage, "v=1 mv=1e-3 kv=1e3 伏=1 千伏=1e3"),
        (Current, "ma=1e-3 ka=1e3 安=1"),
        (Charge, "ah=1 mah=1e-3 安时=1"),
        (Power, "w=1 kw=1e3 gw=1e9 瓦=1 毫瓦=1e-3 千瓦=1e3 兆瓦=1e6"),
        (Energy, "kj=1e3 gj=1e9 wh=3600 kwh=3.6e6 gwh=3.6e12 瓦时=3600 千瓦时=3.6e6"),
        (Length, "nm=1e-9 μm=1e-6 um=1e-6 mm=1e-3 cm=1e-2 km=1e3 纳米=1e-9 微米=1e-6 毫米=1e-3 厘米=1e-2 米=1 千米=1e3 公里=1e3"),
        (Area, "mm2=1e-6 cm2=1e-4 m2=1 平方厘米=1e-4 平方米=1 亩=666.6666666666666 公顷=1e4"),
        (Volume, "ml=1e-6 l=1e-3 cm3=1e-6 m3=1 毫升=1e-6 升=1e-3 立方厘米=1e-6 立方米=1 立方=1"),
        (GasVolume, "nm3=1 标方=1"),
        (Mass, "ng=1e-12 μg=1e-9 ug=1e-9 mg=1e-6 kg=1 tonnes=1e3 微克=1e-9 毫克=1e-6 克=1e-3 公斤=1 千克=1 吨=1e3"),
        (Pressure, "pa=1 kpa=1e3 gpa=1e9 bar=1e5 兆帕=1e6"),
        (Force, "kn=1e3"),
        (Torque, "牛米=1"),
        (Temperature, "°c=1 摄氏度=1"),
        (Time, "ps=1e-12 ns=1e-9 μs=1e-6 min=60 minutes=60 hours=3600 days=86400 months=2629800 years=31557600"),
        (Time, "皮秒=1e-12 纳秒=1e-9 微秒=1e-6 毫秒=1e-3 秒=1 分钟=60 小时=3600 天=86400 个月=2629800 年=31557600"),
        (Frequency, "hz=1 khz=1e3 mhz=1e6 ghz=1e9 赫兹=1"),
        (Mesh, "目=1"),
        (Concentration, "ppm=1 ppb=1e-3"),
        (Cycles, "次=1 cycles=1"),
        (Resistance, "ω=1 mω=1e-3"),
        (ResistanceOfArea, "ω·cm2=1"),
        (ThermalConductivity, "w/(m·k)=1 w/mk=1 w/m·k=1"),
        (DataRate, "kbps=1e3 mbps=1e6 gbps=1e9"),
        (Noise, "db=1 分贝=1"),
        (Operations, "tops=1e12"));

    /// <returns>The longest unit that begins here, with its length, or null.</returns>
    public static (Unit Unit, int Length)? At(NormalizedText text, int position)
    {
        var key = text.Key;
        for (var length = Math.Min(Longest, key.Length - position); length > 0; length--)
        {
            // A Latin unit ends where the word ends: 5 model is no 5 m.
            var end = position + length;
            var whole = end == key.Length || !char.IsAsciiLetterOrDigit(key[end]) || !char.IsAsciiLetterOrDigit(key[end - 1]);
            if (whole && Find(text, position, length) is { } unit)
            {
                return (unit, length);
            }
        }

        return null;
    }

    private static Unit? Find(NormalizedText text, int position, int length) =>
        WithCase.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.Display.AsSpan(position, length), out var unit)
        || Known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.Key.AsSpan(position, length), out unit)
            ? unit
            : null;

    private static FrozenDictionary<string, Unit> Table(params (Kind Kind, string Units)[] lines) =>
        lines.SelectMany(line => line.Units.Split(' ').Select(unit => unit.Split('=')).Select(unit => (unit[0], Unit: new Unit(line.Kind, double.Parse(unit[1], CultureInfo.InvariantCulture)))))
            .ToFrozenDictionary(pair => pair.Item1, pair => pair.Unit, StringComparer.Ordinal);
}
