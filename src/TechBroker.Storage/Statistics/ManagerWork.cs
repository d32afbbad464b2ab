using TechBroker.Domain.Statistics;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Statistics;

/// <summary>What a manager did in a period, in engagements that they run now.</summary>
public sealed record ManagerWork
{
    public required Guid ManagerId { get; init; }

    /// <summary>In hand at this moment, whatever the period: neither closed nor signed.</summary>
    public long Live { get; init; }

    /// <summary>Begun, accepted or taken over.</summary>
    public long Taken { get; init; }

    public long Introduced { get; init; }

    public long Signed { get; init; }

    public long Closed { get; init; }

    /// <summary>From the beginning of an engagement to its introduction.</summary>
    public Spread? DaysToIntroduction { get; init; }

    public static async Task<IReadOnlyList<ManagerWork>> ReadAsync(SqlSession session, EngagementScope scope)
    {
        var managers = await session.ListAsync<Guid>("SELECT Id FROM Account WHERE State = 'active' AND Roles LIKE '%\"manager\"%'");
        var live = await session.ListAsync<Count>(
            $"""
            SELECT e.ManagerId, COUNT(*) AS Number FROM Engagement e{scope.Ends}
             WHERE e.ManagerId IS NOT NULL AND e.State NOT IN ('closed', 'signed'){scope.Open}
             GROUP BY e.ManagerId
            """,
            scope);
        var done = await session.ListAsync<Done>(
            $"""
            SELECT e.ManagerId,
                   COUNT(DISTINCT CASE WHEN (g.Action IN ('log', 'accept') AND g.ActorId = e.ManagerId)
                                         OR (g.Action = 'handOver' AND g.Details LIKE CONCAT('%"managerId":"', {session.Dialect.IdText("e.ManagerId")}, '"%')) THEN e.Id END) AS Taken,
                   COUNT(DISTINCT CASE WHEN g.Action IN ('close', 'decline') THEN e.Id END) AS Closed,
                   SUM(CASE g.Action WHEN 'sign' THEN 1 WHEN 'unsign' THEN -1 ELSE 0 END) AS Signed
              FROM EngagementLog g JOIN Engagement e ON e.Id = g.EngagementId{scope.Ends}
             WHERE g.At >= @From AND g.At < @Before AND e.ManagerId IS NOT NULL
               AND g.Action IN ('log', 'accept', 'handOver', 'close', 'decline', 'sign', 'unsign'){scope.Open}
             GROUP BY e.ManagerId
            """,
            scope);
        var introduced = (await session.ListAsync<Introduction>(
            $"""
            SELECT e.ManagerId, e.CreatedAt, MIN(g.At) AS At FROM EngagementLog g JOIN Engagement e ON e.Id = g.EngagementId{scope.Ends}
             WHERE g.At >= @From AND g.At < @Before AND e.ManagerId IS NOT NULL AND g.Action = 'introduce'{scope.Open}
             GROUP BY e.Id, e.ManagerId, e.CreatedAt
            """,
            scope)).ToLookup(i => i.ManagerId, i => (i.At - i.CreatedAt).TotalDays);
        var (liveOf, doneOf) = (live.ToDictionary(c => c.ManagerId, c => c.Number), done.ToDictionary(d => d.ManagerId));
        return
        [
            .. managers.Concat(liveOf.Keys).Concat(doneOf.Keys).Concat(introduced.Select(i => i.Key)).Distinct().Select(id => new ManagerWork
            {
                ManagerId = id,
                Live = liveOf.GetValueOrDefault(id),
                Taken = doneOf.GetValueOrDefault(id)?.Taken ?? 0,
                Introduced = introduced[id].Count(),
                Signed = doneOf.GetValueOrDefault(id)?.Signed ?? 0,
                Closed = doneOf.GetValueOrDefault(id)?.Closed ?? 0,
                DaysToIntroduction = Spread.Of(introduced[id]),
            }),
        ];
    }

    private sealed record Count
    {
        public required Guid ManagerId { get; init; }

        public required long Number { get; init; }
    }

    private sealed record Done
    {
        public required Guid ManagerId { get; init; }

        public required long Taken { get; init; }

        public required long Closed { get; init; }

        public required long Signed { get; init; }
    }

    private sealed record Introduction
    {
        public required Guid ManagerId { get; init; }

        public required DateTimeOffset CreatedAt { get; init; }

        public required DateTimeOffset At { get; init; }
    }
}
