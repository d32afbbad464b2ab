using System.Globalization;
using System.Xml;

namespace TechBroker.Api.Imports.Reading;

/// <summary>What a number is shown as: only what changes its meaning (a date, a currency) is told apart.</summary>
internal readonly record struct NumberFormat(bool Date, bool Day, bool Time, string Currency)
{
    public static readonly NumberFormat General = new(false, false, false, string.Empty);

    /// <summary>A format code such as <c>yyyy"年"m"月"d"日"</c> or <c>[$€-407] #,##0.00</c>; its first section counts.</summary>
    public static NumberFormat Parse(string code)
    {
        bool year = false, month = false, day = false, hour = false;
        var currency = string.Empty;
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            switch (char.ToLowerInvariant(code[i]))
            {
                case '"':
                    var close = code.IndexOf('"', i + 1);
                    close = close < 0 ? code.Length : close;
                    currency = code[(i + 1)..close] is "$" or "€" or "£" or "US$" or "HK$" ? code[(i + 1)..close] : currency;
                    i = close;
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case '[':
                    var end = code.IndexOf(']', i);
                    end = end < 0 ? code.Length : end;
                    var inside = code[(i + 1)..end];
                    hour |= inside is "h" or "hh" or "H" or "HH";
                    currency = inside.StartsWith('$') ? CurrencyOf(inside[1..]) ?? currency : currency;
                    i = end;
                    break;
                case '$' or '€' or '£':
                    currency = code[i].ToString();
                    break;
                case 'y' or 'e' when !code.StartsWith("General", StringComparison.OrdinalIgnoreCase) && !code.Contains("E+", StringComparison.OrdinalIgnoreCase):
                    year = true;
                    break;
                case 'm':
                    month = true;
                    break;
                case 'd':
                    day = true;
                    break;
                case 'h' or 's':
                    hour = true;
                    break;
            }
        }

        return new NumberFormat(year || day || hour || month, day || !(year || month), hour, currency);
    }

    /// <summary>The currency of <c>[$€-407]</c>. Yuan is what a number without a currency means anyway; 411 is Japan, whose sign is the same.</summary>
    private static string? CurrencyOf(string symbolAndLocale) => symbolAndLocale.Split('-') switch
    {
        ["¥" or "￥", "411"] => "JPY",
        ["" or "¥" or "￥", ..] => null,
        [var symbol, ..] => symbol,
        _ => null,
    };
}

/// <summary>The number format of each cell style.</summary>
internal sealed class XlsxFormats(IReadOnlyList<NumberFormat> styles)
{
    public static readonly XlsxFormats None = new([]);

    public NumberFormat Of(int style) => style >= 0 && style < styles.Count ? styles[style] : NumberFormat.General;

    public static XlsxFormats Read(Stream part)
    {
        var custom = new Dictionary<int, NumberFormat>();
        var styles = new List<NumberFormat>();
        var inCells = false;
        using var xml = XlsxXml.Open(part);
        while (xml.Read())
        {
            inCells = xml.LocalName == "cellXfs" ? xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement : inCells;
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName == "numFmt" && Id(xml) is { } id && xml.GetAttribute("formatCode") is { } code)
            {
                custom[id] = NumberFormat.Parse(code);
            }
            else if (xml.LocalName == "xf" && inCells)
            {
                var format = Id(xml) ?? 0;
                styles.Add(custom.TryGetValue(format, out var own) ? own : BuiltIn(format));
            }
        }

        return new XlsxFormats(styles);
    }

    private static int? Id(XmlReader xml) =>
        int.TryParse(xml.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>ECMA-376 part 1, 18.8.30, with the dates of the Chinese, Japanese and Korean editions.</summary>
    private static NumberFormat BuiltIn(int id) => id switch
    {
        14 or 15 or 16 or (>= 28 and <= 31) or 51 or 53 or 54 or 58 => new(true, true, false, string.Empty),
        17 or 27 or 36 or 50 or 52 or 57 => new(true, false, false, string.Empty),
        22 => new(true, true, true, string.Empty),
        (>= 18 and <= 21) or (>= 32 and <= 35) or (>= 45 and <= 47) or 55 or 56 => new(true, true, true, string.Empty),
        _ => NumberFormat.General,
    };
}
