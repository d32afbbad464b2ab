using System.Globalization;
using TechBroker.Domain;

namespace TechBroker.Api.Ceremonies;

/// <summary>An amount as people read it: 1,234.50 CNY.</summary>
internal static class AmountText
{
    // ISO 4217: currencies whose minor unit is no hundredth.
    private static readonly HashSet<string> Whole = ["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"];
    private static readonly HashSet<string> Thousandths = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"];

    public static string Of(Money money)
    {
        var digits = Whole.Contains(money.Currency) ? 0 : Thousandths.Contains(money.Currency) ? 3 : 2;
        var unit = digits switch { 0 => 1m, 3 => 1000m, _ => 100m };
        return $"{(money.MinorUnits / unit).ToString($"N{digits}", CultureInfo.InvariantCulture)} {money.Currency}";
    }
}
