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

    private static readonly FrozenDictionary<string, string> Currencies = Index(
        "CNY ¥ 元 圆 元整 人民币 元人民币 人民币元 RMB CN¥ YUAN",
        "USD $ US$ 美元 美金",
        "EUR € 欧元",
        "GBP £ 英镑",
        "HKD HK$ 港元 港币",
        "JPY JP¥ 日元",
        "KRW 韩元",
        "CHF 瑞士法郎",
        "SGD S$ 新加坡元",
        "CAD 加元",
        "AUD 澳元",
        "MOP 澳门元",
        "TWD 新台币",
        "RUB 卢布");

    /// <summary>ISO 4217 codes that occur in technology contracts, by the digits after the point.</summary>
    private static readonly FrozenDictionary<string, int> MinorDigits = Index(
        "0 JPY KRW VND",
        "2 CNY USD EUR GBP HKD MOP TWD SGD CHF CAD AUD NZD SEK NOK DKK RUB INR BRL ZAR THB MYR IDR PHP KZT AED SAR ILS TRY PLN CZK HUF MXN EGP PKR",
        "3 KWD BHD OMR JOD").ToFrozenDictionary(p => p.Key, p => p.Value[0] - '0', StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, decimal> Factors = Index(
        "100 百",
        "1000 千 K THOUSAND",
        "10000 万 W",
        "100000 十万",
        "1000000 百万 M MN MILLION",
        "10000000 千万",
        "100000000 亿",
        "1000000000 十亿 BN BILLION",
        "10000000000 百亿",
        "1000000000000 万亿").ToFrozenDictionary(p => p.Key, p => decimal.Parse(p.Value, CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase);

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

        // A cell that names its own unit means it; the heading's is for bare numbers, and for those with the sign of its own currency.
        var before = match.Groups["before"].Value;
        var sign = before.Length > 0 && !char.IsLetter(before[0]) && (currency == (heading.Currency ?? "CNY"));
        var own = FactorOf(match) is not null || match.Groups["after"].Success || (before.Length > 0 && !sign);
        if (!own && heading == MoneyUnit.Unclear)
        {
            return Unreadable.Value("money-unit-unclear", text, "的单位不明：表头中的单位不止一个或无法识别。", "has no clear unit: the heading names several, or one that is not known.", "请在单元格中写明单位（如 120万元），或在表头中只写一个单位，如“（万元）”。", "Write the unit into the cell (120万元), or one unit into the heading, such as (CNY).");
        }

        return Minor(text, match.Groups["number"].Value, FactorOf(match) ?? (own ? 1 : heading.Factor), currency ?? heading.Currency ?? "CNY");
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

    /// <summary>Each line is a value and the names that stand for it.</summary>
    private static FrozenDictionary<string, string> Index(params string[] lines) => lines
        .Select(l => l.Split(' '))
        .SelectMany(l => l.Skip(1), (l, name) => (name, Value: l[0]))
        .ToFrozenDictionary(p => p.name, p => p.Value, StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(?<before>[A-Z]{3}|[A-Z]{0,2}[$¥€£]|人民币)?(?<sign>[-+])?(?<before>[$¥€£])?(?<number>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,28}(?:\.[0-9]{1,24})?)(?<factor>万亿|[十百]?亿|[十百千]?万|百|千|thousand|million|billion|bn|mn|[KMW])?(?<after>[A-Z]{3}|yuan|元整|元人民币|人民币元|人民币|[元圆€£$]|[\u4E00-\u9FFF]{2,4})?(?:整)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    [GeneratedRegex(@"^(?<before>[A-Z]{3}|人民币)?(?<factor>万亿|[十百]?亿|[十百千]?万|百|千|thousand|million|billion)?(?<after>[A-Z]{3}|yuan|[元圆€£$¥]|人民币|[\u4E00-\u9FFF]{1,3}元|美金|港币|英镑)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unit();
}
