using System.Diagnostics;
using TechBroker.Domain.Statistics;
using TechBroker.IntegrationTests.Statistics;
using TechBroker.Storage;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Sql;
using TechBroker.Storage.Statistics;
using static TechBroker.Domain.Statistics.ContractDimension;

namespace TechBroker.Benchmarks;

/// <summary>Each statistic's queries on a made ledger, against reading all its lines and adding them up in this process.</summary>
internal static class StatisticQueries
{
    private const int Rounds = 15;

    private static readonly DateOnly From = MadeDeals.FirstDay, To = MadeDeals.FirstDay.AddDays(MadeDeals.Days + 100);

    public static async Task<int> RunAsync(int deals)
    {
        Measure.PrintMachine();
        var folder = Directory.CreateTempSubdirectory("techbroker-bench-").FullName;
        try
        {
            var dialect = new SqliteDialect(Path.Combine(folder, "techbroker.db"));
            await new Migrator(dialect).RunAsync(CancellationToken.None);
            await using var database = new Database(dialect, new CommitSignal(), AuditKey.InFolder(folder));
            var made = new MadeDeals(1, deals);
            var write = Stopwatch.GetTimestamp();
            await made.WriteAsync(database);
            await MadeEngagements.WriteAsync(database, seed: 1, engagements: deals / 2, made.Managers);
            Measure.Print($"{deals:N0} contracts, {made.Lines.Count:N0} ledger lines, {deals / 2:N0} engagements, {new FileInfo(dialect.File).Length / 1_000_000} MB, written in {Stopwatch.GetElapsedTime(write).TotalSeconds:0} s; {Rounds} rounds each, five years:");
            await QueriesAsync(database, made);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static async Task QueriesAsync(Database database, MadeDeals made)
    {
        var asOf = new DateTimeOffset(2024, 6, 30, 0, 0, 0, TimeSpan.Zero);
        var registered = new ContractFilter { Kind = StatisticKind.Registered };
        var signed = new ContractFilter { Kind = StatisticKind.Signed, From = From, To = To };
        var scope = new EngagementScope { From = DateTimeOffset.MinValue, Before = DateTimeOffset.MaxValue };
        await FiguresAsync("region-flow", registered, SellerRegion, BuyerRegion);
        await FiguresAsync("region-flow, as of a day", registered with { KnownBefore = asOf }, SellerRegion, BuyerRegion);
        await FiguresAsync("region-flow, one month", registered with { From = new(2024, 3, 1), To = new(2024, 3, 31) }, SellerRegion, BuyerRegion);
        await FiguresAsync("contracts by month, type, field", signed, Month, ContractDimension.Type, Field);
        await FiguresAsync("contracts by quarter, seller's kind, manager", signed, Quarter, SellerKind, Manager);
        await FiguresAsync("contracts by year, as of a day", signed with { KnownBefore = asOf }, Year);
        await FiguresAsync("contracts, no grouping", signed);
        await FiguresAsync("paid by month", signed with { Kind = StatisticKind.Paid }, Month);
        var field = signed with { Conditions = [new ContractCondition(Field, ["industries:C35"])] };
        await FiguresAsync("contracts of one field by month", field, Month);
        await TimeAsync("lines, first page of all", s => ContractFigures.LinesAsync(s, signed, 0, 51));
        await TimeAsync("lines, page in the middle, one field", s => ContractFigures.LinesAsync(s, field, made.Lines.Count / 2, 51));
        await TimeAsync("lines, last page of one month", s => ContractFigures.LinesAsync(s, signed with { From = new(2024, 3, 1), To = new(2024, 3, 31) }, made.Lines.Count - 2_000, 51));
        await TimeAsync("funnel, five years", s => EngagementCourses.ReadAsync(s, scope));
        await TimeAsync("funnel, one quarter", s => EngagementCourses.ReadAsync(s, scope with { From = asOf.AddDays(-90), Before = asOf }));
        await TimeAsync("managers, five years", s => ManagerWork.ReadAsync(s, scope));
        await TimeAsync("managers, one quarter", s => ManagerWork.ReadAsync(s, scope with { From = asOf.AddDays(-90), Before = asOf }));
        await TimeAsync("managers' credit", s => Credits.ReadAsync(s, From, To));
        await TimeAsync("market, listings", s => MarketSupply.ListingsAsync(s, Storage.Market.MarketReader.Staff, []));
        await TimeAsync("market, needs", s => MarketSupply.NeedsAsync(s, Storage.Market.MarketReader.Staff));
        await TimeAsync("peer: read all lines, add up here", PeerAsync);

        Task FiguresAsync(string name, ContractFilter filter, params ContractDimension[] dimensions) =>
            TimeAsync(name, s => ContractFigures.ReadAsync(s, filter, dimensions, RegionLevel.Province));

        Task TimeAsync<T>(string name, Func<SqlSession, Task<IReadOnlyList<T>>> query) => StatisticQueries.TimeAsync(database, name, query);
    }

    private static async Task TimeAsync<T>(Database database, string name, Func<SqlSession, Task<IReadOnlyList<T>>> query)
    {
        var (times, rows) = (new List<double>(), 0);
        for (var round = 0; round <= Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            rows = (await database.ReadAsync(query, CancellationToken.None)).Count;
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        // The first is what the page cache costs; it is shown, not counted.
        Measure.Print($"  {name,-46} p50 {Measure.Quantile(times.Skip(1), 0.5),7:0.0} ms  p99 {Measure.Quantile(times.Skip(1), 0.99),7:0.0} ms  first {times[0],7:0.0} ms  {rows,6} rows");
    }

    private static async Task<IReadOnlyList<(string, string, long)>> PeerAsync(SqlSession session)
    {
        var lines = await session.ListAsync<PeerLine>(
            "SELECT d.SellerRegion, d.BuyerRegion, l.Currency, l.AmountMinorUnits, l.ReversesSeq FROM LedgerLine l JOIN Deal d ON d.Id = l.DealId WHERE l.Kind = 'registered'");
        return [.. lines.GroupBy(l => (l.SellerRegion[..2], l.BuyerRegion[..2], l.Currency)).Select(g => (g.Key.Item1, g.Key.Item2, g.Sum(l => l.AmountMinorUnits)))];
    }

    private sealed record PeerLine
    {
        public required string SellerRegion { get; init; }

        public required string BuyerRegion { get; init; }

        public required string Currency { get; init; }

        public required long AmountMinorUnits { get; init; }

        public long? ReversesSeq { get; init; }
    }
}
