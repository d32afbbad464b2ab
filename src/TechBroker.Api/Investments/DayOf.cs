using System.Globalization;
using TechBroker.Api.Http;

namespace TechBroker.Api.Investments;

/// <summary>A day among query parameters.</summary>
internal static class DayOf
{
    public static DateOnly? Query(Query query, string name)
    {
        if (query.Text(name) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        query.Wrong(name, new("须为日期，如 2027-03-31。", "It must be a date such as 2027-03-31."));
        return null;
    }
}
