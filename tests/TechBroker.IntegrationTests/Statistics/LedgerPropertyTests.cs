using TechBroker.Domain;
using TechBroker.Domain.Statistics;
using TechBroker.IntegrationTests.Storage;
using TechBroker.Storage.Statistics;
using static TechBroker.Domain.Statistics.ContractDimension;

namespace TechBroker.IntegrationTests.Statistics;

/// <summary>Whatever is asked for, the groups make the total, the total is that of the lines, and all of it what the made ledger says.</summary>
internal sealed class LedgerPropertyTests
{
    private const int Contracts = 5_000, Slices = 1_000;

    private static readonly ContractDimension[] All = Enum.GetValues<ContractDimension>();

    private readonly MadeDeals made = new(7, Contracts);
    private TestDatabase data = null!;

    [OneTimeSetUp]
    public async Task CreateAsync()
    {
        data = await TestDatabase.CreateAsync();
        await made.WriteAsync(data.Database);
    }

    [OneTimeTearDown]
    public ValueTask DisposeAsync() => data.DisposeAsync();

    [Test]
    public async Task Figures_OfAThousandRandomSlices_AddUpToTheirLines()
    {
        var (random, full) = (new Random(11), 0);
        for (var i = 0; i < Slices; i++)
        {
            var (filter, dimensions, level) = (Slice(random), Dimensions(random), (RegionLevel)random.Next(2));
            var (figures, lines) = await data.Database.SnapshotAsync(
                async s => (await ContractFigures.ReadAsync(s, filter, dimensions, level), await ContractFigures.LinesAsync(s, filter, 0, int.MaxValue)), CancellationToken.None);

            Assert.That(Text(figures), Is.EqualTo(Text(Expected(filter, dimensions, level))), $"slice {i}: {filter} by {string.Join(", ", dimensions)}");
            var totals = ContractFigures.Fold(figures.Select(f => f with { Keys = [] })).Where(f => !f.Known.IsZero).ToDictionary(f => f.Currency, f => f.Known);
            var drilled = lines.GroupBy(l => l.Currency)
                .Select(g => (g.Key, Sum: new Figure(g.Sum(l => l.ReversesSeq is null ? 1 : -1), g.Sum(l => l.AmountMinorUnits), g.Sum(l => l.TechnologyMinorUnits))))
                .Where(g => !g.Sum.IsZero).ToDictionary(g => g.Key, g => g.Sum);
            Assert.That(drilled, Is.EquivalentTo(totals), $"slice {i}: {filter}");
            full += totals.Count > 0 ? 1 : 0;
        }

        Assert.That(full, Is.GreaterThan(Slices / 2), "slices with nothing in them prove nothing");
    }

    private List<ContractFigure> Expected(ContractFilter filter, IReadOnlyList<ContractDimension> dimensions, RegionLevel level) =>
    [
        .. made.Lines.Where(l => Passes(l, filter)).GroupBy(l => (l.Deal.Currency, Keys: string.Join('\n', dimensions.Select(d => KeyOf(l, d, level) ?? "-"))))
            .Select(g => new ContractFigure(
                [.. dimensions.Select(d => KeyOf(g.First(), d, level))],
                g.Key.Currency,
                Sum(g.Where(l => filter.KnownBefore is null || l.RecordedAt < filter.KnownBefore)),
                Sum(g)))
            .Where(f => !(f.Known.IsZero && f.Now.IsZero)),
    ];

    private static Figure Sum(IEnumerable<MadeLine> lines) =>
        lines.Aggregate(default(Figure), (sum, l) => sum + new Figure(l.ReversesSeq is null ? 1 : -1, l.Amount, l.Technology));

    private static bool Passes(MadeLine line, ContractFilter filter) =>
        line.Kind == Codes.Of(filter.Kind) && !(line.Day < filter.From) && !(line.Day > filter.To)
        && (filter.Currencies.Count == 0 || filter.Currencies.Contains(line.Deal.Currency))
        && (filter.NotManager is null || line.Deal.ManagerId != filter.NotManager)
        && filter.Conditions.All(c => c.Values.Any(v => c.Dimension is SellerRegion or BuyerRegion
            ? ValueOf(line.Deal, c.Dimension)!.StartsWith(v!, StringComparison.Ordinal)
            : ValueOf(line.Deal, c.Dimension) == v));

    private static string? KeyOf(MadeLine line, ContractDimension dimension, RegionLevel level) => dimension switch
    {
        Month => $"{line.Day:yyyy-MM}",
        Quarter => $"{line.Day.Year}-Q{((line.Day.Month - 1) / 3) + 1}",
        Year => $"{line.Day.Year}",
        SellerRegion or BuyerRegion => ValueOf(line.Deal, dimension) is { Length: 6 } code ? code[..(level is RegionLevel.Province ? 2 : 4)].PadRight(6, '0') : ValueOf(line.Deal, dimension),
        _ => ValueOf(line.Deal, dimension),
    };

    private static string? ValueOf(MadeDeal deal, ContractDimension dimension) => dimension switch
    {
        ContractDimension.Type => deal.ContractType,
        SubType => deal.SubType,
        Field => deal.Field,
        SellerKind => deal.SellerKind,
        BuyerKind => deal.BuyerKind,
        SellerRegion => deal.SellerRegion,
        BuyerRegion => deal.BuyerRegion,
        PriceMode => deal.PriceMode,
        PaymentPlan => deal.PaymentPlan,
        Manager => deal.ManagerId?.ToString("D"),
        _ => null,
    };

    private ContractFilter Slice(Random random)
    {
        var from = MadeDeals.FirstDay.AddDays(random.Next(-50, MadeDeals.Days));
        var conditions = new List<ContractCondition>();
        foreach (var dimension in All.Where(d => d is not (Month or Quarter or Year) && random.Next(9) == 0))
        {
            // Values that occur, and for regions their beginnings, so that most slices have something in them.
            var values = Enumerable.Range(0, random.Next(1, 5)).Select(_ => ValueOf(made.Deals[random.Next(Contracts)], dimension)).Distinct();
            conditions.Add(new ContractCondition(dimension, [.. dimension is SellerRegion or BuyerRegion ? values.Select(v => v!.Length == 2 ? v : v[..(2 * random.Next(1, 4))]).Distinct() : values]));
        }

        return new ContractFilter
        {
            Kind = (StatisticKind)random.Next(3),
            From = random.Next(3) == 0 ? null : from,
            To = random.Next(3) == 0 ? null : from.AddDays(random.Next(1, 900)),
            KnownBefore = random.Next(2) == 0 ? null : new DateTimeOffset(from.AddDays(random.Next(-30, 700)).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
            Currencies = random.Next(6) == 0 ? ["CNY", "USD"] : [],
            Conditions = conditions,
            NotManager = random.Next(10) == 0 ? made.Managers[0] : null,
        };
    }

    private static ContractDimension[] Dimensions(Random random) =>
        [.. All.OrderBy(_ => random.Next()).Take(random.Next(ContractFigures.MostDimensions + 1))];

    private static IEnumerable<string> Text(IEnumerable<ContractFigure> figures) =>
        figures.Select(f => $"{string.Join('|', f.Keys.Select(k => k ?? "-"))} {f.Currency} {f.Known} {f.Now}").Order(StringComparer.Ordinal);
}
