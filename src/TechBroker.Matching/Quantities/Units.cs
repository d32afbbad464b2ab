using System.Collections.Frozen;

namespace TechBroker.Matching.Quantities;

/// <summary>What is measured. Values of one dimension can be compared, of two never. Numbers are kept in snapshots: none is used again.</summary>
internal enum Dimension : byte
{
    Share = 1,
    Voltage = 2,
    Current = 3,
    Charge = 4,
    Power = 5,
    Energy = 6,
    EnergyByMass = 7,
    Length = 8,
    Area = 9,
    Volume = 10,
    Mass = 11,
    Density = 12,
    Pressure = 13,
    Temperature = 14,
    Time = 15,
    Frequency = 16,
    Mesh = 17,
    Concentration = 18,
    Cycles = 19,
}

/// <summary>Units as texts of the trade write them, after folding: lower case, half width, ℃ as °c.</summary>
internal static class Units
{
    private const int Longest = 5;

    private static readonly FrozenDictionary<string, (Dimension Dimension, double Factor)> Known = new Dictionary<string, (Dimension, double)>
    {
        ["%"] = (Dimension.Share, 0.01), ["‰"] = (Dimension.Share, 0.001),
        ["v"] = (Dimension.Voltage, 1), ["mv"] = (Dimension.Voltage, 1e-3), ["kv"] = (Dimension.Voltage, 1e3), ["伏"] = (Dimension.Voltage, 1),
        ["a"] = (Dimension.Current, 1), ["ma"] = (Dimension.Current, 1e-3), ["ah"] = (Dimension.Charge, 1), ["mah"] = (Dimension.Charge, 1e-3),
        ["w"] = (Dimension.Power, 1), ["kw"] = (Dimension.Power, 1e3), ["千瓦"] = (Dimension.Power, 1e3), ["兆瓦"] = (Dimension.Power, 1e6),
        ["wh"] = (Dimension.Energy, 1), ["kwh"] = (Dimension.Energy, 1e3), ["wh/kg"] = (Dimension.EnergyByMass, 1),
        ["nm"] = (Dimension.Length, 1e-9), ["μm"] = (Dimension.Length, 1e-6), ["um"] = (Dimension.Length, 1e-6), ["mm"] = (Dimension.Length, 1e-3),
        ["cm"] = (Dimension.Length, 1e-2), ["m"] = (Dimension.Length, 1), ["km"] = (Dimension.Length, 1e3), ["米"] = (Dimension.Length, 1),
        ["毫米"] = (Dimension.Length, 1e-3), ["微米"] = (Dimension.Length, 1e-6), ["纳米"] = (Dimension.Length, 1e-9), ["公里"] = (Dimension.Length, 1e3),
        ["m2"] = (Dimension.Area, 1), ["cm2"] = (Dimension.Area, 1e-4), ["平方米"] = (Dimension.Area, 1), ["亩"] = (Dimension.Area, 666.6666666666666),
        ["l"] = (Dimension.Volume, 1e-3), ["ml"] = (Dimension.Volume, 1e-6), ["m3"] = (Dimension.Volume, 1), ["立方米"] = (Dimension.Volume, 1),
        ["mg"] = (Dimension.Mass, 1e-6), ["g"] = (Dimension.Mass, 1e-3), ["kg"] = (Dimension.Mass, 1), ["公斤"] = (Dimension.Mass, 1), ["千克"] = (Dimension.Mass, 1),
        ["t"] = (Dimension.Mass, 1e3), ["吨"] = (Dimension.Mass, 1e3),
        ["g/cm3"] = (Dimension.Density, 1e3), ["kg/m3"] = (Dimension.Density, 1), ["g/l"] = (Dimension.Density, 1), ["mg/l"] = (Dimension.Density, 1e-3),
        ["pa"] = (Dimension.Pressure, 1), ["kpa"] = (Dimension.Pressure, 1e3), ["mpa"] = (Dimension.Pressure, 1e6), ["gpa"] = (Dimension.Pressure, 1e9), ["bar"] = (Dimension.Pressure, 1e5),
        ["°c"] = (Dimension.Temperature, 1), ["摄氏度"] = (Dimension.Temperature, 1),
        ["ms"] = (Dimension.Time, 1e-3), ["s"] = (Dimension.Time, 1), ["秒"] = (Dimension.Time, 1), ["min"] = (Dimension.Time, 60), ["分钟"] = (Dimension.Time, 60),
        ["h"] = (Dimension.Time, 3600), ["小时"] = (Dimension.Time, 3600), ["天"] = (Dimension.Time, 86400), ["年"] = (Dimension.Time, 31557600),
        ["hz"] = (Dimension.Frequency, 1), ["khz"] = (Dimension.Frequency, 1e3), ["mhz"] = (Dimension.Frequency, 1e6), ["ghz"] = (Dimension.Frequency, 1e9),
        ["目"] = (Dimension.Mesh, 1), ["ppm"] = (Dimension.Concentration, 1), ["ppb"] = (Dimension.Concentration, 1e-3), ["次"] = (Dimension.Cycles, 1),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <returns>The longest unit that begins here, with its length, or null.</returns>
    public static (Dimension Dimension, double Factor, int Length)? At(string key, int position)
    {
        var lookup = Known.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(Longest, key.Length - position); length > 0; length--)
        {
            // A Latin unit ends where the word ends: 5 model is no 5 m.
            var end = position + length;
            var whole = end == key.Length || !char.IsAsciiLetterOrDigit(key[end]) || !char.IsAsciiLetterOrDigit(key[end - 1]);
            if (whole && lookup.TryGetValue(key.AsSpan(position, length), out var unit))
            {
                return (unit.Item1, unit.Item2, length);
            }
        }

        return null;
    }
}
