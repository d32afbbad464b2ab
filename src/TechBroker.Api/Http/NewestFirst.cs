using Microsoft.AspNetCore.Http;
using TechBroker.Contracts.Http;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Http;

/// <summary>One page of a list that is ordered by time, newest first.</summary>
internal static class NewestFirst
{
    /// <summary>As <see cref="PageAsync"/>, for rows that have a day.</summary>
    /// <param name="http">With <c>limit</c> and <c>cursor</c>.</param>
    /// <param name="database">Where the rows are.</param>
    /// <param name="read">At most so many rows from below a day and an id; from the top where they are null.</param>
    /// <param name="placeOf">A row's day and id.</param>
    /// <param name="toBody">The row as HTTP shows it.</param>
    /// <param name="ct">Stops the query.</param>
    public static Task<IResult> PageByDayAsync<TRow, TBody>(
        HttpContext http,
        Database database,
        Func<SqlSession, DateOnly?, Guid?, int, Task<IReadOnlyList<TRow>>> read,
        Func<TRow, (DateOnly On, Guid Id)> placeOf,
        Func<TRow, TBody> toBody,
        CancellationToken ct) => PageAsync(
        http,
        database,
        (session, before, beforeId, limit) => read(session, before is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : null, beforeId, limit),
        row => AtMidnight(placeOf(row)),
        (row, _) => toBody(row),
        ct);

    /// <param name="http">With <c>limit</c> and <c>cursor</c>.</param>
    /// <param name="database">Where the rows are.</param>
    /// <param name="read">At most so many rows from below a time and an id; from the top where they are null.</param>
    /// <param name="placeOf">A row's time and id.</param>
    /// <param name="toBody">The row as HTTP shows it, in English or in Chinese.</param>
    /// <param name="ct">Stops the query.</param>
    public static async Task<IResult> PageAsync<TRow, TBody>(
        HttpContext http,
        Database database,
        Func<SqlSession, DateTimeOffset?, Guid?, int, Task<IReadOnlyList<TRow>>> read,
        Func<TRow, (DateTimeOffset At, Guid Id)> placeOf,
        Func<TRow, bool, TBody> toBody,
        CancellationToken ct)
    {
        var query = new Query(http.Request);
        var limit = query.Limit();
        var cursor = query.Cursor(c => c.Time is not null);
        if (query.Problem is { } problem)
        {
            return problem;
        }

        // One more than asked for tells whether there is a next page.
        var rows = await database.ReadAsync(s => read(s, cursor?.Time, cursor?.Id, limit + 1), ct);
        var page = rows.Take(limit).ToList();
        var english = http.Request.PrefersEnglish();
        return new Answer(200, new Page<TBody>
        {
            Items = [.. page.Select(row => toBody(row, english))],
            Next = rows.Count > limit && placeOf(page[^1]) is var (at, id) ? Cursor.Of(query.List, at, id).ToString() : null,
        });
    }

    // A cursor holds a time.
    private static (DateTimeOffset At, Guid Id) AtMidnight((DateOnly On, Guid Id) place) => (new(place.On, TimeOnly.MinValue, TimeSpan.Zero), place.Id);
}
