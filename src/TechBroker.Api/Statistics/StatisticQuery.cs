using System.Globalization;
using Microsoft.AspNetCore.Http;
using TechBroker.Api.Http;
using TechBroker.Api.OpenApi;
using TechBroker.Domain;
using TechBroker.Storage.Statistics;

namespace TechBroker.Api.Statistics;

/// <summary>First and last day that counts.</summary>
internal sealed record Period(DateOnly? From, DateOnly? To)
{
    private static readonly DateOnly Latest = new(9000, 12, 31);

    public DateOnly First => From ?? DateOnly.MinValue;

    public DateOnly Last => To ?? Latest;

    /// <summary>Days are those of UTC, as they are everywhere else.</summary>
    public EngagementScope Scope(IReadOnlyCollection<string> conflicted) => new() { From = StartOf(First), Before = StartOf(Last.AddDays(1)), Conflicted = conflicted };

    internal static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}

/// <summary>Query parameters that the statistics share.</summary>
internal static class StatisticQuery
{
    private const int MostValues = 50, LongestValue = 100;

    public static readonly QueryParameter[] OfPeriod = [new("from", "First day that counts, such as 2027-01-01."), new("to", "Last day that counts.")];

    public static readonly QueryParameter Format = new("format", "json where absent; csv (amounts in minor units) or xlsx for a file. Or by Accept.");

    public static Period Period(this Query query)
    {
        var (from, to) = (query.Day("from"), query.Day("to"));
        if (from > to)
        {
            query.Wrong("to", new("结束日期不能早于开始日期。", "It must not lie before from."));
        }

        return new(from, to);
    }

    public static DateOnly? Day(this Query query, string name)
    {
        if (query.Text(name) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9000)
        {
            return day;
        }

        query.Wrong(name, new("须为日期，如 2027-03-31。", "It must be a day such as 2027-03-31."));
        return null;
    }

    /// <summary>The first moment after a day or a moment.</summary>
    public static DateTimeOffset? After(this Query query, string name) =>
        query.Text(name) is not { Length: 10 } ? query.Time(name)?.AddTicks(1)
        : query.Day(name) is { } day ? Statistics.Period.StartOf(day.AddDays(1))
        : null;

    /// <summary>Values of a parameter that is repeated or, unless it is a free term, has commas.</summary>
    public static IReadOnlyList<string> Values(this Query query, HttpRequest request, string name, bool commas = true)
    {
        var given = request.Query[name].OfType<string>().SelectMany(v => commas ? v.Split(',') : [v]).Select(v => v.Trim()).Where(v => v.Length > 0).Distinct().ToList();
        if (given.Count > MostValues || given.Exists(v => v.Length > LongestValue || PlainText.FirstFault(v) >= 0))
        {
            query.Wrong(name, new($"最多 {MostValues} 项，每项不超过 {LongestValue} 个字符。", $"At most {MostValues} values of at most {LongestValue} characters."));
            return [];
        }

        return given;
    }
}
