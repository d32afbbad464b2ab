using System.Globalization;

namespace TechBroker.Api.Imports.Reading;

/// <summary>A stored number as the person sees it: without exponent or binary dust, and as a date where it is shown as one.</summary>
internal static class XlsxNumber
{
    // Excel computes with, and shows, 15 significant digits; what lies beyond is the binary fraction's.
    private const int SignificantDigits = 15;

    public static string Show(string raw, NumberFormat format, bool from1904)
    {
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
        {
            return raw;
        }

        if (format.Date && DateOf(value, from1904) is { } moment)
        {
            return Show(moment, value, format);
        }

        var plain = Plain(raw, value);
        return format.Currency.Length > 0 ? format.Currency + plain : plain;
    }

    /// <summary>Day 60 is 29 February 1900, which never was; Lotus had it, and everyone kept it.</summary>
    public static DateTime? DateOf(double serial, bool from1904)
    {
        if (serial is < 0 or >= 2_958_466)
        {
            return null;
        }

        var days = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
        return DateTime.FromOADate(days);
    }

    private static string Show(DateTime moment, double serial, NumberFormat format)
    {
        // Seconds are as exact as Excel is; the fraction below them is dust.
        moment = new DateTime((moment.Ticks + (TimeSpan.TicksPerSecond / 2)) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, DateTimeKind.Unspecified);
        var pattern = (serial < 1, moment.TimeOfDay > TimeSpan.Zero, format.Day || moment.Day != 1) switch
        {
            (true, _, _) => "HH:mm:ss",
            (_, true, _) => "yyyy-MM-ddTHH:mm:ss",
            (_, _, true) => "yyyy-MM-dd",
            _ => "yyyy-MM",
        };
        return moment.ToString(pattern, CultureInfo.InvariantCulture);
    }

    private static string Plain(string raw, double value)
    {
        var digits = raw.Count(char.IsAsciiDigit);
        if (digits == raw.Length)
        {
            // A whole number written out: a registration number of 16 digits keeps them all.
            return raw;
        }

        var text = digits <= SignificantDigits ? raw : value.ToString("G15", CultureInfo.InvariantCulture);
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            ? exact.ToString("0.############################", CultureInfo.InvariantCulture)
            : value.ToString("F0", CultureInfo.InvariantCulture);
    }
}
