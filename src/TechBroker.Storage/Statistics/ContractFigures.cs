using TechBroker.Domain.Statistics;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Statistics;

/// <summary>Sums over the ledger, and the lines behind them. Two currencies are never added.</summary>
public static class ContractFigures
{
    public const int MostDimensions = 3;

    /// <param name="session">Where to read.</param>
    /// <param name="filter">Which lines.</param>
    /// <param name="dimensions">At most <see cref="MostDimensions"/>.</param>
    /// <param name="level">How far regions are told apart.</param>
    /// <param name="onlyManager">By manager, this one stands alone and all others are one group: who reads it may not compare people.</param>
    /// <returns>In no order; groups in which everything is zero are left out, for nothing stands in them any more.</returns>
    public static async Task<IReadOnlyList<ContractFigure>> ReadAsync(
        SqlSession session, ContractFilter filter, IReadOnlyList<ContractDimension> dimensions, RegionLevel level, Guid? onlyManager = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions.Count, MostDimensions);
        var (where, arguments) = filter.ToSql(known: false);
        arguments.Add("OnlyManager", onlyManager);
        var keys = dimensions.Select(d => KeyOf(d, level, onlyManager, session.Dialect)).ToList();
        var names = string.Concat(keys.Select((k, i) => $"{k} AS K{i}, "));
        var groups = string.Concat(keys.Select(k => $"{k}, "));
        var known = "";
        if (filter.KnownBefore is not null)
        {
            arguments.Add("KnownBefore", filter.KnownBefore);
            known = """
                ,
                       SUM(CASE WHEN l.RecordedAt >= @KnownBefore THEN 0 WHEN l.ReversesSeq IS NULL THEN 1 ELSE -1 END) AS KnownLines,
                       SUM(CASE WHEN l.RecordedAt < @KnownBefore THEN l.AmountMinorUnits ELSE 0 END) AS KnownAmount,
                       SUM(CASE WHEN l.RecordedAt < @KnownBefore THEN l.TechnologyMinorUnits ELSE 0 END) AS KnownTechnology
                """;
        }

        var rows = await session.ListAsync<Row>(
            $"""
            SELECT {names}l.Currency, SUM(CASE WHEN l.ReversesSeq IS NULL THEN 1 ELSE -1 END) AS Lines,
                   SUM(l.AmountMinorUnits) AS Amount, SUM(l.TechnologyMinorUnits) AS Technology{known}
              FROM LedgerLine l JOIN Deal d ON d.Id = l.DealId
             WHERE {where}
             GROUP BY {groups}l.Currency
            """,
            arguments);
        return Fold(rows.Select(r => r.ToFigure(dimensions, filter.KnownBefore is not null)));
    }

    /// <summary>In the order in which they were recorded, after a number; at most so many. What they add up to is the figure of the same filter.</summary>
    public static Task<IReadOnlyList<ContractLine>> LinesAsync(SqlSession session, ContractFilter filter, long after, int limit)
    {
        var (where, arguments) = filter.ToSql(known: true);
        arguments.Add("after", after);
        arguments.Add("Limit", limit);
        return session.ListAsync<ContractLine>(
            $"""
            SELECT l.Seq, l.DealId, d.Title, l.Kind, l.Day, l.Currency, l.AmountMinorUnits, l.TechnologyMinorUnits, l.RecordedAt, l.ReversesSeq
              FROM LedgerLine l JOIN Deal d ON d.Id = l.DealId
             WHERE {where} AND l.Seq > @after
             ORDER BY l.Seq{session.Dialect.Limit}
            """,
            arguments);
    }

    /// <summary>Adds up what has the same keys and currency.</summary>
    public static IReadOnlyList<ContractFigure> Fold(IEnumerable<ContractFigure> figures) =>
    [
        .. figures.GroupBy(f => (f.Currency, Keys: string.Join('\u001F', f.Keys.Select(k => k ?? "\u001E"))))
            .Select(g => new ContractFigure(g.First().Keys, g.Key.Currency, g.Aggregate(default(Figure), (sum, f) => sum + f.Known), g.Aggregate(default(Figure), (sum, f) => sum + f.Now)))
            .Where(f => !(f.Known.IsZero && f.Now.IsZero)),
    ];

    // Quarters and years are put together from months afterwards, so that dates are taken apart in one way per database only.
    private static string KeyOf(ContractDimension dimension, RegionLevel level, Guid? onlyManager, SqlDialect dialect) => dimension switch
    {
        ContractDimension.Month or ContractDimension.Quarter or ContractDimension.Year => dialect.MonthOf("l.Day"),
        ContractDimension.SellerRegion or ContractDimension.BuyerRegion => $"SUBSTRING({ContractFilter.ColumnOf(dimension)}, 1, {(level is RegionLevel.Province ? 2 : 4)})",
        ContractDimension.Manager when onlyManager is not null => $"CASE WHEN d.ManagerId = @OnlyManager THEN {dialect.IdText("d.ManagerId")} END",
        ContractDimension.Manager => dialect.IdText("d.ManagerId"),
        _ => ContractFilter.ColumnOf(dimension),
    };

    private static string? Readable(ContractDimension dimension, string? key) => (dimension, key) switch
    {
        (ContractDimension.Year, { } month) => month[..4],
        (ContractDimension.Quarter, { } month) => $"{month[..4]}-Q{((month[5] - '0') * 10 + month[6] - '0' + 2) / 3}",
        (ContractDimension.SellerRegion or ContractDimension.BuyerRegion, [>= '0' and <= '9', ..] and { } digits) => digits.PadRight(6, '0'),
        _ => key,
    };

    private sealed record Row
    {
        public string? K0 { get; init; }

        public string? K1 { get; init; }

        public string? K2 { get; init; }

        public required string Currency { get; init; }

        public required long Lines { get; init; }

        public required long Amount { get; init; }

        public required long Technology { get; init; }

        public long KnownLines { get; init; }

        public long KnownAmount { get; init; }

        public long KnownTechnology { get; init; }

        public ContractFigure ToFigure(IReadOnlyList<ContractDimension> dimensions, bool asOf)
        {
            string?[] keys = [K0, K1, K2];
            var now = new Figure(Lines, Amount, Technology);
            return new([.. dimensions.Select((d, i) => Readable(d, keys[i]))], Currency, asOf ? new(KnownLines, KnownAmount, KnownTechnology) : now, now);
        }
    }
}
