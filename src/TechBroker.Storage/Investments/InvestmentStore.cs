using System.Data.Common;
using TechBroker.Domain.Investments;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Investments;

/// <summary>Investments and the ledger that every figure about them comes from; both only grow.</summary>
public static class InvestmentStore
{
    /// <returns>Null where it is stored now; else the same signing that stands already.</returns>
    public static async Task<Guid?> InsertAsync(WriteSession session, Investment investment)
    {
        var row = InvestmentRow.Of(investment);
        try
        {
            await session.RunAsync($"INSERT INTO Investment ({InvestmentRow.Columns}) VALUES ({InvestmentRow.Parameters})", row);
        }
        catch (DbException e) when (session.Dialect.IsUniqueViolation(e))
        {
            return await session.FirstAsync<Guid>(
                """
                SELECT Id FROM Investment
                 WHERE Title = @Title AND Recipient = @Recipient AND SignedOn = @SignedOn AND Currency = @Currency AND AmountMinorUnits = @AmountMinorUnits AND ReversedAt IS NULL
                """,
                row);
        }

        await session.RunAsync(
            """
            INSERT INTO InvestmentLine (InvestmentId, Day, RegionCode, Industry, Currency, AmountMinorUnits, RecordedAt, RecordedBy)
            VALUES (@Id, @SignedOn, @RegionCode, @Industry, @Currency, @AmountMinorUnits, @CreatedAt, @RecordedBy)
            """,
            row);
        session.Record("investment.recorded", "investment", investment.Id, new { row.Currency, row.AmountMinorUnits, row.RegionCode, row.ParkOrganisationId, row.CeremonyId });
        return null;
    }

    public static async Task ReverseAsync(WriteSession session, Investment reversed)
    {
        var row = InvestmentRow.Of(reversed);
        await session.RunAsync("UPDATE Investment SET ReversedAt = @ReversedAt, ReversedBy = @ReversedBy, ReversalReason = @ReversalReason WHERE Id = @Id", row);
        await session.RunAsync(
            """
            INSERT INTO InvestmentLine (InvestmentId, Day, RegionCode, Industry, Currency, AmountMinorUnits, RecordedAt, RecordedBy, ReversesSeq)
            SELECT InvestmentId, Day, RegionCode, Industry, Currency, -AmountMinorUnits, @ReversedAt, @ReversedBy, Seq
              FROM InvestmentLine WHERE InvestmentId = @Id AND ReversesSeq IS NULL
            """,
            row);
        session.Record("investment.reversed", "investment", reversed.Id);
    }

    public static async Task<Investment?> FindAsync(SqlSession session, Guid id) =>
        (await session.FirstAsync<InvestmentRow>($"SELECT {InvestmentRow.Columns} FROM Investment WHERE Id = @id", new { id }))?.ToInvestment();

    /// <summary>Newest first.</summary>
    public static async Task<IReadOnlyList<Investment>> PageAsync(SqlSession session, InvestmentFilter filter, DateTimeOffset? before, Guid? beforeId, int limit) =>
        [.. (await session.ListAsync<InvestmentRow>(
            $"""
            SELECT {InvestmentRow.Columns} FROM Investment
             WHERE (@From IS NULL OR SignedOn >= @From) AND (@To IS NULL OR SignedOn <= @To)
               AND (@RegionCode IS NULL OR RegionCode = @RegionCode) AND (@Industry IS NULL OR Industry = @Industry) AND (@CeremonyId IS NULL OR CeremonyId = @CeremonyId)
               AND (@Reversed IS NULL OR (@Reversed = 1 AND ReversedAt IS NOT NULL) OR (@Reversed = 0 AND ReversedAt IS NULL))
               AND (@before IS NULL OR CreatedAt < @before OR (CreatedAt = @before AND Id < @beforeId))
             ORDER BY CreatedAt DESC, Id DESC{session.Dialect.Limit}
            """,
            new { filter.From, filter.To, filter.RegionCode, filter.Industry, filter.CeremonyId, filter.Reversed, before, beforeId, Limit = limit })).Select(r => r.ToInvestment())];

    /// <summary>What stands of a ceremony, in the order of recording.</summary>
    public static async Task<IReadOnlyList<Investment>> OfCeremonyAsync(SqlSession session, Guid ceremonyId) =>
        [.. (await session.ListAsync<InvestmentRow>(
            $"""
            SELECT {string.Join(", ", InvestmentRow.Columns.Split(", ").Select(c => $"i.{c}"))}
              FROM Investment i JOIN InvestmentLine l ON l.InvestmentId = i.Id AND l.ReversesSeq IS NULL
             WHERE i.CeremonyId = @ceremonyId AND i.ReversedAt IS NULL ORDER BY l.Seq
            """,
            new { ceremonyId })).Select(r => r.ToInvestment())];

    /// <summary>Sums of the ledger's lines, each group and currency by itself, as known at a moment.</summary>
    public static Task<IReadOnlyList<InvestmentSum>> SumsAsync(SqlSession session, InvestmentGrouping by, DateOnly? from, DateOnly? to, DateTimeOffset? asOf)
    {
        var key = by switch
        {
            InvestmentGrouping.Region => "RegionCode",
            InvestmentGrouping.Industry => "Industry",
            InvestmentGrouping.Month => session.Dialect.MonthOf("Day"),
            _ => null,
        };
        var first = key is null ? "" : $"{key}, ";
        return session.ListAsync<InvestmentSum>(
            $"""
            SELECT {key ?? "NULL"} AS GroupKey, Currency, SUM(CASE WHEN ReversesSeq IS NULL THEN 1 ELSE -1 END) AS Projects, SUM(AmountMinorUnits) AS AmountMinorUnits
              FROM InvestmentLine
             WHERE (@from IS NULL OR Day >= @from) AND (@to IS NULL OR Day <= @to) AND (@asOf IS NULL OR RecordedAt <= @asOf)
             GROUP BY {first}Currency
            HAVING SUM(CASE WHEN ReversesSeq IS NULL THEN 1 ELSE -1 END) <> 0
             ORDER BY {first}Currency
            """,
            new { from, to, asOf });
    }
}

/// <summary>Null is all.</summary>
public sealed record InvestmentFilter
{
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public string? RegionCode { get; init; }

    public string? Industry { get; init; }

    public Guid? CeremonyId { get; init; }

    public bool? Reversed { get; init; }
}

public enum InvestmentGrouping
{
    None,
    Region,
    Industry,
    Month,
}

public sealed record InvestmentSum
{
    /// <summary>Null where there is no grouping, or no industry was named.</summary>
    public string? GroupKey { get; init; }

    public required string Currency { get; init; }

    public required long Projects { get; init; }

    public required long AmountMinorUnits { get; init; }
}
