using TechBroker.Domain;
using TechBroker.Domain.Engagements;
using TechBroker.Domain.Statistics;
using TechBroker.Storage.Engagements;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Statistics;

/// <summary>The stages of the engagements that were begun in a period, out of their logs.</summary>
public static class EngagementCourses
{
    public static async Task<IReadOnlyList<EngagementCourseRow>> ReadAsync(SqlSession session, EngagementScope scope)
    {
        // The side stands in the details as it is written; in anybody's words its quotation marks would be escaped.
        var rows = await session.ListAsync<EngagementCourseRow>(
            $"""
            SELECT e.Id, e.ManagerId, l.Fields, e.CloseReason, e.ClosedBySide, e.CreatedAt, g.ListingInterestAt, g.NeedInterestAt,
                   g.IntroducedAt, g.MetAt, g.NegotiatingAt, g.SignedAt, g.Signed, g.Reopened
              FROM Engagement e JOIN Listing l ON l.Id = e.ListingId{scope.Ends}
              JOIN (SELECT EngagementId,
                           MIN(CASE WHEN Action = 'interest' AND Details LIKE '%"side":"listing"%' THEN At END) AS ListingInterestAt,
                           MIN(CASE WHEN Action = 'interest' AND Details LIKE '%"side":"need"%' THEN At END) AS NeedInterestAt,
                           MIN(CASE WHEN Action = 'introduce' THEN At END) AS IntroducedAt,
                           MIN(CASE WHEN Action = 'meet' THEN At END) AS MetAt,
                           MIN(CASE WHEN Action = 'negotiate' THEN At END) AS NegotiatingAt,
                           MAX(CASE WHEN Action = 'sign' THEN At END) AS SignedAt,
                           SUM(CASE Action WHEN 'sign' THEN 1 WHEN 'unsign' THEN -1 ELSE 0 END) AS Signed,
                           SUM(CASE WHEN Action = 'reopen' THEN 1 ELSE 0 END) AS Reopened
                      FROM EngagementLog
                     WHERE EngagementId IN (SELECT Id FROM Engagement WHERE CreatedAt >= @From AND CreatedAt < @Before)
                     GROUP BY EngagementId) g ON g.EngagementId = e.Id
             WHERE e.CreatedAt >= @From AND e.CreatedAt < @Before{scope.Open}
            """,
            scope);
        var mutual = rows.Any(r => r.Reopened > 0) ? await ReopenedAsync(session, scope) : [];
        return [.. rows.Select(r => r.Reopened > 0 ? r with { MutualAt = mutual.GetValueOrDefault(r.Id) } : r with { MutualAt = Later(r.ListingInterestAt, r.NeedInterestAt) })];
    }

    // Only a reopened one can have lost an interest on the way, so that the first ones of both sides do not tell.
    private static async Task<Dictionary<Guid, DateTimeOffset?>> ReopenedAsync(SqlSession session, EngagementScope scope)
    {
        var entries = await session.ListAsync<Entry>(
            """
            SELECT g.EngagementId, g.Action, g.At, g.Details FROM EngagementLog g
             WHERE g.Action IN ('interest', 'decline')
               AND g.EngagementId IN (SELECT r.EngagementId FROM EngagementLog r JOIN Engagement e ON e.Id = r.EngagementId
                                       WHERE r.Action = 'reopen' AND e.CreatedAt >= @From AND e.CreatedAt < @Before)
             ORDER BY g.EngagementId, g.Seq
            """,
            scope);
        return entries.GroupBy(e => e.EngagementId).ToDictionary(
            g => g.Key, g => MutualInterest.Since(g.Select(e => (Codes.Parse<EngagementAction>(e.Action), StoredJson.Read<EngagementDetails>(e.Details).Side, e.At))));
    }

    private static DateTimeOffset? Later(DateTimeOffset? a, DateTimeOffset? b) => a is null || b is null ? null : a > b ? a : b;

    private sealed record Entry
    {
        public required Guid EngagementId { get; init; }

        public required string Action { get; init; }

        public required DateTimeOffset At { get; init; }

        public required string Details { get; init; }
    }
}

/// <summary>One engagement with the first time of each stage.</summary>
public sealed record EngagementCourseRow
{
    public required Guid Id { get; init; }

    public Guid? ManagerId { get; init; }

    /// <summary>The listing's fields of technology, as JSON.</summary>
    public required string Fields { get; init; }

    public string? CloseReason { get; init; }

    public string? ClosedBySide { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ListingInterestAt { get; init; }

    public DateTimeOffset? NeedInterestAt { get; init; }

    public DateTimeOffset? MutualAt { get; init; }

    public DateTimeOffset? IntroducedAt { get; init; }

    public DateTimeOffset? MetAt { get; init; }

    public DateTimeOffset? NegotiatingAt { get; init; }

    public DateTimeOffset? SignedAt { get; init; }

    public long Signed { get; init; }

    public long Reopened { get; init; }

    public EngagementCourse ToCourse(string? key) => new()
    {
        Key = key,
        Reached = [CreatedAt, Earlier(ListingInterestAt, NeedInterestAt), MutualAt, IntroducedAt, MetAt, NegotiatingAt, Signed > 0 ? SignedAt : null],
        CloseReason = CloseReason is null ? null : Codes.Parse<CloseReason>(CloseReason),
        ClosedBySide = ClosedBySide is null ? null : Codes.Parse<EngagementSide>(ClosedBySide),
    };

    private static DateTimeOffset? Earlier(DateTimeOffset? a, DateTimeOffset? b) => a is null || b < a ? b : a;
}
