using System.Globalization;

namespace TechBroker.Matching.Reasons;

/// <summary>Amounts as people say them: 80 万元, CNY 800,000.</summary>
internal static class Money
{
    // ISO 4217 currencies of the trade without a hundredth part.
    private static readonly string[] WithoutMinorUnit = ["JPY", "KRW", "VND", "CLP", "ISK"];

    /// <summary>Reads currency, space, minor units; anything else is returned as it is.</summary>
    public static string Of(string price, bool chinese)
    {
        var parts = price.Split(' ');
        if (parts.Length != 2 || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minorUnits))
        {
            return price;
        }

        var amount = Array.IndexOf(WithoutMinorUnit, parts[0]) >= 0 ? minorUnits : minorUnits / 100m;
        if (!chinese)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{parts[0]} {amount:#,0.##}");
        }

        var (shown, unit) = amount switch { >= 100_000_000 => (amount / 100_000_000, "亿"), >= 10_000 => (amount / 10_000, "万"), _ => (amount, "") };
        return string.Create(CultureInfo.InvariantCulture, $"{shown:0.##} {unit}{(parts[0] == "CNY" ? "元" : " " + parts[0])}");
    }
}
