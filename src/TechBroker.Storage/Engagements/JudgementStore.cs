using TechBroker.Domain;
using TechBroker.Domain.Engagements;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Engagements;

/// <summary>An engagement as a judgement sees it, with what decides whether its pair may leave the database.</summary>
/// <param name="Engagement">The pair and its log.</param>
/// <param name="Hidden">The need is blind or private.</param>
/// <param name="Withdrawn">An end was withdrawn: its text is out of every export.</param>
/// <param name="Objected">The poster of an end objects to automated matching, which is what judged pairs are for.</param>
public sealed record JudgementSource(JudgedEngagement Engagement, bool Hidden, bool Withdrawn, bool Objected);

/// <summary>What people did with pairs, for judging them.</summary>
public static class JudgementStore
{
    /// <summary>Every engagement with its log; in the order of their ids.</summary>
    public static async Task<IReadOnlyList<JudgementSource>> AllAsync(SqlSession session)
    {
        var rows = await session.ListAsync<Row>(
            """
            SELECT e.Id, e.NeedId, e.ListingId, g.Seq, g.At, g.Action, g.Details, n.Visibility,
                   CASE WHEN l.State = 'withdrawn' OR n.State = 'withdrawn' THEN 1 ELSE 0 END AS Withdrawn,
                   CASE WHEN l.Matched = 0 OR n.Matched = 0 THEN 1 ELSE 0 END AS Objected
              FROM Engagement e
              JOIN EngagementLog g ON g.EngagementId = e.Id
              JOIN Listing l ON l.Id = e.ListingId
              JOIN Need n ON n.Id = e.NeedId
             ORDER BY e.Id, g.Seq
            """);
        return [.. rows.GroupBy(r => r.Id).Select(SourceOf)];
    }

    private static JudgementSource SourceOf(IGrouping<Guid, Row> log)
    {
        var first = log.First();
        return new JudgementSource(
            new JudgedEngagement(first.Id, first.NeedId, first.ListingId, [.. log.Select(StepOf)]), first.Visibility != "open", first.Withdrawn, first.Objected);
    }

    private static JudgementStep StepOf(Row row)
    {
        var action = Codes.Parse<EngagementAction>(row.Action);

        // Only an end has a reason, and most of the rows are none: their details need no reading.
        var details = action is EngagementAction.Decline or EngagementAction.Close ? StoredJson.Read<EngagementDetails>(row.Details) : EngagementDetails.None;
        return new JudgementStep(action, row.At, details.Side, details.Reason);
    }

    private sealed record Row
    {
        public required Guid Id { get; init; }

        public required Guid NeedId { get; init; }

        public required Guid ListingId { get; init; }

        public required int Seq { get; init; }

        public required DateTimeOffset At { get; init; }

        public required string Action { get; init; }

        public required string Details { get; init; }

        public required string Visibility { get; init; }

        public required bool Withdrawn { get; init; }

        public required bool Objected { get; init; }
    }
}
