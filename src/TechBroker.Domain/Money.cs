using System.Collections.Frozen;

namespace TechBroker.Domain;

/// <summary>An amount in whole minor units (fen, cents) of an ISO 4217 currency.</summary>
public readonly record struct Money(string Currency, long MinorUnits)
{
    /// <summary>10^15 minor units: ten trillion yuan, above any contract. Sums use checked arithmetic.</summary>
    public const long Largest = 1_000_000_000_000_000;

    // ISO 4217, active codes of countries (2026-01), without funds, metals and test codes. BGN stands for amounts from before 2026.
    private static readonly FrozenSet<string> Currencies = """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE
        CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES
        KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR
        NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND
        TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    // ISO 4217: those whose minor unit is not a hundredth. (MRU and MGA have fifths, which are written as two digits.)
    private static readonly FrozenSet<string> WithoutMinorUnit =
        FrozenSet.Create("BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF");

    private static readonly FrozenSet<string> InThousandths = FrozenSet.Create("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND");

    /// <summary>The digits of a currency after the point.</summary>
    public static int DigitsOf(string currency) => WithoutMinorUnit.Contains(currency) ? 0 : InThousandths.Contains(currency) ? 3 : 2;

    /// <summary>An amount as people write it: 12345 fen are 123.45 yuan.</summary>
    public static decimal MajorOf(long minorUnits, string currency) => minorUnits / DigitsOf(currency) switch { 0 => 1m, 3 => 1000m, _ => 100m };

    public static bool IsCurrency(string? code) => code is not null && Currencies.Contains(code);
}
