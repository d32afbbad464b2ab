using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using TechBroker.Contracts.Http;
using TechBroker.Domain;

namespace TechBroker.Api.Imports.Mapping;

/// <summary>What a heading says about its amounts: （万元） or (USD).</summary>
internal readonly record struct MoneyUnit(decimal Factor, string? Currency)
{
    public static readonly MoneyUnit None = new(1, null);

    /// <summary>Two units in one heading: a bare number below it may be a ten-thousandth of what was meant.</summary>
    public static readonly MoneyUnit Unclear = new(0, null);
}

/// <summary>Amounts as people write them, in exact decimal arithmetic: 120万元, 1,200,000, ¥1200000, 1.2亿, USD 50000, 面议.</summary>
internal static partial class MoneyText
{
    private static readonly string[] CurrencyPlaces = ["before", "after"];
    private static readonly char[] HintSeparators = [',', ';', ':', '/', '、', '，', '；', '。'];

    private static readonly HashSet<string> Negotiable = new(StringComparer.OrdinalIgnoreCase)
    {
        "面议", "协商", "协商定价", "议价", "另议", "待议", "面谈", "待定", "双方协商", "价格面议", "可面议", "可议", "无", "暂无", "-", "--", "/",
        "negotiable", "tobenegotiated", "bynegotiation", "onrequest", "uponrequest", "tbd", "n/a", "none",
    };

    private static readonly FrozenDictionary<string, string> Currencies = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["¥"] = "CNY", ["元"] = "CNY", ["圆"] = "CNY", ["元整"] = "CNY", ["人民币"] = "CNY", ["元人民币"] = "CNY", ["人民币元"] = "CNY", ["RMB"] = "CNY", ["CN¥"] = "CNY", ["YUAN"] = "CNY",
        ["$"] = "USD", ["US$"] = "USD", ["美元"] = "USD", ["美金"] = "USD", ["€"] = "EUR", ["欧元"] = "EUR", ["£"] = "GBP", ["英镑"] = "GBP",
        ["HK$"] = "HKD", ["港元"] = "HKD", ["港币"] = "HKD", ["日元"] = "JPY", ["JP¥"] = "JPY", ["韩元"] = "KRW", ["瑞士法郎"] = "CHF", ["新加坡元"] = "SGD", ["S$"] = "SGD",
        ["加元"] = "CAD", ["澳元"] = "AUD", ["澳门元"] = "MOP", ["新台币"] = "TWD", ["卢布"] = "RUB",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>ISO 4217 codes that occur in technology contracts, with the digits after the point.</summary>
    private static readonly FrozenDictionary<string, int> MinorDigits = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["CNY"] = 2, ["USD"] = 2, ["EUR"] = 2, ["GBP"] = 2, ["HKD"] = 2, ["MOP"] = 2, ["TWD"] = 2, ["JPY"] = 0, ["KRW"] = 0, ["SGD"] = 2, ["CHF"] = 2,
        ["CAD"] = 2, ["AUD"] = 2, ["NZD"] = 2, ["SEK"] = 2, ["NOK"] = 2, ["DKK"] = 2, ["RUB"] = 2, ["INR"] = 2, ["BRL"] = 2, ["ZAR"] = 2, ["THB"] = 2,
        ["MYR"] = 2, ["IDR"] = 2, ["PHP"] = 2, ["VND"] = 0, ["KZT"] = 2, ["AED"] = 2, ["SAR"] = 2, ["ILS"] = 2, ["TRY"] = 2, ["PLN"] = 2, ["CZK"] = 2,
        ["HUF"] = 2, ["MXN"] = 2, ["EGP"] = 2, ["PKR"] = 2, ["KWD"] = 3, ["BHD"] = 3, ["OMR"] = 3, ["JOD"] = 3,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, decimal> Factors = new Dictionary<string, decimal>(StringComparer.OrdinalIgnoreCase)
    {
        ["百"] = 100, ["千"] = 1_000, ["万"] = 10_000, ["W"] = 10_000, ["十万"] = 100_000, ["百万"] = 1_000_000, ["千万"] = 10_000_000, ["亿"] = 100_000_000,
        ["十亿"] = 1_000_000_000, ["百亿"] = 10_000_000_000, ["万亿"] = 1_000_000_000_000,
        ["K"] = 1_000, ["THOUSAND"] = 1_000, ["M"] = 1_000_000, ["MN"] = 1_000_000, ["MILLION"] = 1_000_000, ["BN"] = 1_000_000_000, ["BILLION"] = 1_000_000_000,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The unit among a heading's bracketed hints; （必填） and the like say nothing.</summary>
    public static MoneyUnit UnitOf(IEnumerable<string> hints)
    {
        var units = hints.SelectMany(h => Compact(h).Split(HintSeparators, StringSplitOptions.RemoveEmptyEntries))
            .Select(h => Unit().Match(h))
            .Where(m => m.Success)
            .Select(m => CurrencyOf(m, out var currency) ? new MoneyUnit(FactorOf(m) ?? 1, currency) : MoneyUnit.Unclear)
            .Distinct()
            .ToList();
        return units switch { [] => MoneyUnit.None, [var only] => only, _ => MoneyUnit.Unclear };
    }

    public static Parsed<MoneyBody?> Parse(string text, MoneyUnit heading)
    {
        var compact = Compact(text);
        if (Negotiable.Contains(compact))
        {
            return default;
        }

        var match = compact.Length <= 60 ? Amount().Match(compact) : Match.Empty;
        if (!match.Success || !CurrencyOf(match, out var currency))
        {
            return Unreadable.Value("money-invalid", text, "不是能识别的金额。", "is no amount that can be read.", Remedy.Zh, Remedy.En);
        }

        if (match.Groups["sign"].Value == "-")
        {
            return Unreadable.Value("money-negative", text, "是负数。", "is negative.", "金额不能小于零，请修改；价格未定请填“面议”。", "An amount is not below zero; correct it, or write \"negotiable\".");
        }

        // A cell that names its own unit means it; the heading's unit is for bare numbers.
        var ownUnit = FactorOf(match) is not null || match.Groups["after"].Success;
        if (!ownUnit && heading == MoneyUnit.Unclear)
        {
            return Unreadable.Value("money-unit-unclear", text, "的单位不明：表头中的单位不止一个或无法识别。", "has no clear unit: the heading names several, or one that is not known.", "请在单元格中写明单位（如 120万元），或在表头中只写一个单位，如“（万元）”。", "Write the unit into the cell (120万元), or one unit into the heading, such as (CNY).");
        }

        return Minor(text, match.Groups["number"].Value, FactorOf(match) ?? (ownUnit ? 1 : heading.Factor), currency ?? heading.Currency ?? "CNY");
    }

    private static Text Remedy => new("请填写一个数额，如 1200000、120万元 或 USD 50000；价格未定请填“面议”。", "Enter one amount such as 1200000, 120万元 or USD 50000; where it is open, write \"negotiable\".");

    private static Parsed<MoneyBody?> Minor(string text, string number, decimal factor, string currency)
    {
        var digits = MinorDigits[currency];
        var tooLarge = Unreadable.Value("money-too-large", text, "超出允许的最大金额（10 万亿元）。", "is above the largest amount allowed (ten trillion).", "请检查单位和位数。", "Check the unit and the number of digits.");
        if (!decimal.TryParse(number.Replace(",", string.Empty, StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) || amount > Money.Largest)
        {
            return tooLarge;
        }

        var minor = amount * factor;
        for (var i = 0; i < digits && minor <= Money.Largest; i++)
        {
            minor *= 10;
        }

        return minor > Money.Largest
            ? tooLarge
            : minor != decimal.Truncate(minor)
                ? Unreadable.Value("money-too-fine", text, $"的小数位过多，{currency} 最多 {digits} 位。", $"has too many decimals; {currency} has {digits}.", "请四舍五入到货币的最小单位。", "Round it to the currency's smallest unit.")
                : new MoneyBody { Currency = currency, MinorUnits = (long)minor };
    }

    private static string Compact(string text) => Spaces().Replace(HeadingText.HalfWidth(text), string.Empty);

    private static decimal? FactorOf(Match match) => Factors.TryGetValue(match.Groups["factor"].Value, out var factor) ? factor : null;

    /// <summary>False where what stands there is no currency, or before and after the number differ.</summary>
    private static bool CurrencyOf(Match match, out string? currency)
    {
        var named = CurrencyPlaces
            .Where(g => match.Groups[g].Success)
            .Select(g => match.Groups[g].Value)
            .Select(n => Currencies.GetValueOrDefault(n) ?? (MinorDigits.ContainsKey(n.ToUpperInvariant()) ? n.ToUpperInvariant() : string.Empty))
            .Distinct()
            .ToList();
        currency = named.FirstOrDefault();
        return named.Count <= 1 && currency is not "";
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(?<before>[A-Z]{3}|[A-Z]{0,2}[$¥€£]|人民币)?(?<sign>[-+])?(?<before>[$¥€£])?(?<number>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,28}(?:\.[0-9]{1,24})?)(?<factor>万亿|[十百]?亿|[十百千]?万|百|千|thousand|million|billion|bn|mn|[KMW])?(?<after>[A-Z]{3}|yuan|元整|元人民币|人民币元|人民币|[元圆€£$]|[\u4E00-\u9FFF]{2,4})?(?:整)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    [GeneratedRegex(@"^(?<before>[A-Z]{3}|人民币)?(?<factor>万亿|[十百]?亿|[十百千]?万|百|千|thousand|million|billion)?(?<after>[A-Z]{3}|yuan|[元圆€£$¥]|人民币|[\u4E00-\u9FFF]{1,3}元|美金|港币|英镑)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unit();
}
