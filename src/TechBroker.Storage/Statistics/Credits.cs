using TechBroker.Domain.Statistics;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Statistics;

/// <summary>What of the signed contracts is a manager's: of an engagement with a credit split the manager's part, else all of the deal's own manager.</summary>
/// <param name="ManagerId">Whose.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Contracts">In which the manager has a part.</param>
/// <param name="Amount">In minor units; the parts of a contract add up to it exactly.</param>
public sealed record ManagerCredit(Guid ManagerId, string Currency, long Contracts, long Amount);

/// <summary>The one place that knows how contracts are credited.</summary>
public static class Credits
{
    public static async Task<IReadOnlyList<ManagerCredit>> ReadAsync(SqlSession session, DateOnly from, DateOnly to)
    {
        var whole = await session.ListAsync<Row>(
            """
            SELECT d.ManagerId, l.Currency, SUM(CASE WHEN l.ReversesSeq IS NULL THEN 1 ELSE -1 END) AS Lines, SUM(l.AmountMinorUnits) AS Amount
              FROM LedgerLine l JOIN Deal d ON d.Id = l.DealId
             WHERE l.Kind = 'signed' AND l.Day >= @from AND l.Day <= @to AND d.ManagerId IS NOT NULL
               AND NOT EXISTS (SELECT 1 FROM CreditShare c WHERE c.EngagementId = d.EngagementId)
             GROUP BY d.ManagerId, l.Currency
            """,
            new { from, to });
        var parts = await SharedAsync(session, from, to);
        return
        [
            .. whole.Select(r => new ManagerCredit(r.ManagerId, r.Currency, r.Lines, r.Amount)).Concat(parts).GroupBy(c => (c.ManagerId, c.Currency))
                .Select(g => new ManagerCredit(g.Key.ManagerId, g.Key.Currency, g.Sum(c => c.Contracts), g.Sum(c => c.Amount))),
        ];
    }

    // Line by line: a reversal takes back exactly what its line gave, to the last fen.
    private static async Task<IEnumerable<ManagerCredit>> SharedAsync(SqlSession session, DateOnly from, DateOnly to)
    {
        var rows = await session.ListAsync<SharedRow>(
            """
            SELECT l.Seq, l.Currency, l.AmountMinorUnits AS Amount, CASE WHEN l.ReversesSeq IS NULL THEN 1 ELSE -1 END AS Lines, c.ManagerId, c.BasisPoints
              FROM LedgerLine l JOIN Deal d ON d.Id = l.DealId JOIN CreditShare c ON c.EngagementId = d.EngagementId
             WHERE l.Kind = 'signed' AND l.Day >= @from AND l.Day <= @to
            """,
            new { from, to });
        return rows.GroupBy(r => r.Seq).SelectMany(line =>
        {
            var first = line.First();
            return CreditSplit.Split(first.Amount, [.. line.Select(r => (r.ManagerId, r.BasisPoints))])
                .Select(part => new ManagerCredit(part.ManagerId, first.Currency, first.Lines, part.Amount));
        });
    }

    private sealed record Row
    {
        public required Guid ManagerId { get; init; }

        public required string Currency { get; init; }

        public required long Lines { get; init; }

        public required long Amount { get; init; }
    }

    private sealed record SharedRow
    {
        public required long Seq { get; init; }

        public required string Currency { get; init; }

        public required long Amount { get; init; }

        public required long Lines { get; init; }

        public required Guid ManagerId { get; init; }

        public required int BasisPoints { get; init; }
    }
}
