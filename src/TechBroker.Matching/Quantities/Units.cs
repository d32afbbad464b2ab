using System.Collections.Frozen;
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

    // Where the case tells two units apart, or a unit from a word: MW and mW, mS and ms, 4 g and 4G.
    private static readonly FrozenDictionary<string, Unit> WithCase = new Dictionary<string, Unit>
    {
        ["A"] = new(Current, 1), ["MW"] = new(Power, 1e6), ["mW"] = new(Power, 1e-3), ["MWh"] = new(Energy, 1e6), ["MJ"] = new(Energy, 1e6 / 3600), ["J"] = new(Energy, 1.0 / 3600),
        ["S"] = new(Conductance, 1), ["mS"] = new(Conductance, 1e-3), ["μS"] = new(Conductance, 1e-6), ["s"] = new(Time, 1), ["ms"] = new(Time, 1e-3), ["a"] = new(Time, 31557600), ["d"] = new(Time, 86400),
        ["h"] = new(Time, 3600), ["g"] = new(Mass, 1e-3), ["t"] = new(Mass, 1e3), ["m"] = new(Length, 1), ["N"] = new(Force, 1), ["MPa"] = new(Pressure, 1e6), ["mPa"] = new(Pressure, 1e-3),
        ["MPA"] = new(Pressure, 1e6), ["Mpa"] = new(Pressure, 1e6), ["N·m"] = new(Torque, 1), ["mPa·s"] = new(Viscosity, 1e-3),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Unit> Known = new Dictionary<string, Unit>
    {
        ["%"] = new(Share, 0.01), ["‰"] = new(Share, 0.001), ["wt%"] = new(Share, 0.01), ["vol%"] = new(Share, 0.01),
        ["v"] = new(Voltage, 1), ["mv"] = new(Voltage, 1e-3), ["kv"] = new(Voltage, 1e3), ["伏"] = new(Voltage, 1), ["千伏"] = new(Voltage, 1e3),
        ["ma"] = new(Current, 1e-3), ["ka"] = new(Current, 1e3), ["安"] = new(Current, 1), ["ah"] = new(Charge, 1), ["mah"] = new(Charge, 1e-3), ["安时"] = new(Charge, 1),
        ["w"] = new(Power, 1), ["kw"] = new(Power, 1e3), ["gw"] = new(Power, 1e9), ["瓦"] = new(Power, 1), ["毫瓦"] = new(Power, 1e-3), ["千瓦"] = new(Power, 1e3), ["兆瓦"] = new(Power, 1e6),
        ["wh"] = new(Energy, 1), ["kwh"] = new(Energy, 1e3), ["gwh"] = new(Energy, 1e9), ["瓦时"] = new(Energy, 1), ["千瓦时"] = new(Energy, 1e3), ["kj"] = new(Energy, 1e3 / 3600), ["gj"] = new(Energy, 1e9 / 3600),
        ["nm"] = new(Length, 1e-9), ["μm"] = new(Length, 1e-6), ["um"] = new(Length, 1e-6), ["mm"] = new(Length, 1e-3), ["cm"] = new(Length, 1e-2), ["km"] = new(Length, 1e3),
        ["米"] = new(Length, 1), ["厘米"] = new(Length, 1e-2), ["毫米"] = new(Length, 1e-3), ["微米"] = new(Length, 1e-6), ["纳米"] = new(Length, 1e-9), ["公里"] = new(Length, 1e3), ["千米"] = new(Length, 1e3),
        ["mm2"] = new(Area, 1e-6), ["cm2"] = new(Area, 1e-4), ["m2"] = new(Area, 1), ["平方厘米"] = new(Area, 1e-4), ["平方米"] = new(Area, 1), ["亩"] = new(Area, 666.6666666666666), ["公顷"] = new(Area, 1e4),
        ["l"] = new(Volume, 1e-3), ["升"] = new(Volume, 1e-3), ["ml"] = new(Volume, 1e-6), ["毫升"] = new(Volume, 1e-6), ["cm3"] = new(Volume, 1e-6), ["立方厘米"] = new(Volume, 1e-6),
        ["m3"] = new(Volume, 1), ["立方米"] = new(Volume, 1), ["立方"] = new(Volume, 1), ["nm3"] = new(GasVolume, 1), ["标方"] = new(GasVolume, 1),
        ["ng"] = new(Mass, 1e-12), ["μg"] = new(Mass, 1e-9), ["ug"] = new(Mass, 1e-9), ["mg"] = new(Mass, 1e-6), ["kg"] = new(Mass, 1), ["微克"] = new(Mass, 1e-9), ["毫克"] = new(Mass, 1e-6), ["克"] = new(Mass, 1e-3),
        ["公斤"] = new(Mass, 1), ["千克"] = new(Mass, 1), ["吨"] = new(Mass, 1e3), ["tonnes"] = new(Mass, 1e3),
        ["pa"] = new(Pressure, 1), ["kpa"] = new(Pressure, 1e3), ["gpa"] = new(Pressure, 1e9), ["bar"] = new(Pressure, 1e5), ["兆帕"] = new(Pressure, 1e6), ["kn"] = new(Force, 1e3), ["牛米"] = new(Torque, 1),
        ["°c"] = new(Temperature, 1), ["摄氏度"] = new(Temperature, 1),
        ["ns"] = new(Time, 1e-9), ["ps"] = new(Time, 1e-12), ["μs"] = new(Time, 1e-6), ["皮秒"] = new(Time, 1e-12), ["纳秒"] = new(Time, 1e-9), ["微秒"] = new(Time, 1e-6), ["毫秒"] = new(Time, 1e-3),
        ["秒"] = new(Time, 1), ["min"] = new(Time, 60), ["minutes"] = new(Time, 60), ["分钟"] = new(Time, 60), ["hours"] = new(Time, 3600), ["小时"] = new(Time, 3600), ["天"] = new(Time, 86400), ["days"] = new(Time, 86400),
        ["个月"] = new(Time, 2629800), ["months"] = new(Time, 2629800), ["年"] = new(Time, 31557600), ["years"] = new(Time, 31557600),
        ["hz"] = new(Frequency, 1), ["khz"] = new(Frequency, 1e3), ["mhz"] = new(Frequency, 1e6), ["ghz"] = new(Frequency, 1e9), ["赫兹"] = new(Frequency, 1),
        ["目"] = new(Mesh, 1), ["ppm"] = new(Concentration, 1), ["ppb"] = new(Concentration, 1e-3), ["次"] = new(Cycles, 1), ["cycles"] = new(Cycles, 1),
        ["ω"] = new(Resistance, 1), ["mω"] = new(Resistance, 1e-3), ["ω·cm2"] = new(ResistanceOfArea, 1), ["w/(m·k)"] = new(ThermalConductivity, 1), ["w/mk"] = new(ThermalConductivity, 1), ["w/m·k"] = new(ThermalConductivity, 1),
        ["kbps"] = new(DataRate, 1e3), ["mbps"] = new(DataRate, 1e6), ["gbps"] = new(DataRate, 1e9), ["db"] = new(Noise, 1), ["分贝"] = new(Noise, 1), ["tops"] = new(Operations, 1e12),
    }.ToFrozenDictionary(StringComparer.Ordinal);

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
}
