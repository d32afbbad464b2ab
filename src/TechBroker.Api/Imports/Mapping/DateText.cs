using System.Globalization;
using System.Text.RegularExpressions;
using TechBroker.Api.Imports.Reading;
using TechBroker.Domain;

namespace TechBroker.Api.Imports.Mapping;

/// <summary>Dates as tables have them. A month alone means its last day: "by March" includes March.</summary>
internal static partial class DateText
{
    private static readonly string[] English = ["d MMM yyyy", "d MMMM yyyy", "MMM d, yyyy", "MMMM d, yyyy", "MMM d yyyy", "MMMM d yyyy", "d-MMM-yyyy"];
    private static readonly HashSet<string> NoDeadline = new(StringComparer.OrdinalIgnoreCase) { "长期", "长期有效", "不限", "无", "无期限", "-", "/", "none", "open-ended", "n/a" };

    public static Parsed<DateOnly?> Parse(string text)
    {
        var plain = HeadingText.HalfWidth(text).Trim();
        if (NoDeadline.Contains(plain))
        {
            return default;
        }

        if (YearFirst().Match(plain) is { Success: true } match)
        {
            return Of(match, text);
        }

        if (plain.Length == 5 && int.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is > 20_000 and < 80_000)
        {
            return FromSerial(text, serial);
        }

        return DateOnly.TryParseExact(plain, English, CultureInfo.InvariantCulture, DateTimeStyles.AllowInnerWhite, out var date) ? date : Invalid(text);
    }

    public static Complaint Invalid(string text) => Unreadable.Value(
        "date-invalid",
        text,
        "不是有效的日期。",
        "is no valid date.",
        "请按 2027-03-31 的格式填写。",
        "Write it as 2027-03-31.");

    private static Parsed<DateOnly?> Of(Match match, string text)
    {
        var year = Number(match, "y");
        var month = Number(match, "m");
        if (year < 1900 || month is < 1 or > 12)
        {
            return Invalid(text);
        }

        var last = DateTime.DaysInMonth(year, month);
        var day = match.Groups["d"].Success ? Number(match, "d") : last;
        return day >= 1 && day <= last ? new DateOnly(year, month, day) : Invalid(text);
    }

    private static Parsed<DateOnly?> FromSerial(string text, int serial)
    {
        var date = DateOnly.FromDateTime(XlsxNumber.DateOf(serial, from1904: false)!.Value);
        var iso = date.ToString("O", CultureInfo.InvariantCulture);
        return new Parsed<DateOnly?>(date, new Complaint(
            "date-from-number",
            new Text($"“{text}”是数字，按 Excel 日期序号读作 {iso}。", $"\"{text}\" is a number; read as Excel's day number it is {iso}."),
            new Text("请核对；最好把单元格设为日期格式或填写 2027-03-31 这样的日期。", "Check it; better format the cell as a date or write it as 2027-03-31."),
            Severity.Warning));
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:(?<y>[12][0-9]{3})\s*[-/.年]\s*(?<m>[0-9]{1,2})(?:\s*[-/.月]\s*(?<d>[0-9]{1,2})\s*[日号]?|\s*月(?:底|末)?)?(?:[T\s]\s*[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:\.[0-9]+)?Z?)?(?:前|之前|止)?|(?<y>[12][0-9]{3})(?<m>[0-9]{2})(?<d>[0-9]{2}))$")]
    private static partial Regex YearFirst();
}
