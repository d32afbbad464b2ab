using TechBroker.Storage.Sql;

namespace TechBroker.IntegrationTests.Statistics;

/// <summary>A contract that was made up, as the table Deal has it.</summary>
internal sealed record MadeDeal(
    Guid Id, Guid? ManagerId, string ContractType, string? SubType, string? Field, string? PriceMode, string Currency, long Amount, long Technology,
    string PaymentPlan, DateOnly SignedOn, string SellerRegion, string SellerKind, string BuyerRegion, string BuyerKind);

/// <summary>A line of its ledger.</summary>
internal sealed record MadeLine(long Seq, MadeDeal Deal, string Kind, DateOnly Day, long Amount, long Technology, DateTimeOffset RecordedAt, long? ReversesSeq);

/// <summary>
/// Contracts in plausible proportions: five types, provinces by weight with Beijing ahead, thirteen fields, mostly yuan, registered some weeks after
/// signing, paid in parts; one in a hundred was taken back later, and one in fifty came on record long after its day. The same seed gives the same.
/// </summary>
internal sealed class MadeDeals
{
    private const int DealsAtOnce = 5_000;

    public static readonly DateOnly FirstDay = new(2021, 1, 1);
    public static readonly int Days = 5 * 365;

    private static readonly string[] Types = ["development", "development", "development", "service", "service", "service", "service", "licence", "transfer", "consulting"];
    private static readonly string?[] SubTypes = [null, "commissioned", "joint", "patent", "softwareCopyright"];
    private static readonly string?[] Fields =
    [
        null, "industries:C35", "industries:I65", "industries:C27", "industries:C39", "industries:M73", "industries:C26", "industries:D44",
        "future-industries:quantum-computing", "future-industries:biomanufacturing", "engineering-fronts:1", "strategic-industries:1", "自由词，带逗号",
    ];

    private static readonly string?[] PriceModes = [null, "negotiated", "negotiated", "negotiated", "listed", "auction", "tender"];
    private static readonly string[] Plans = ["once", "instalments", "instalments", "royalty", "entryFeePlusRoyalty"];
    private static readonly string[] Kinds = ["university", "university", "institute", "enterprise", "enterprise", "enterprise", "park", "agency"];
    private static readonly string[] Currencies = [.. Enumerable.Repeat("CNY", 47), "USD", "EUR", "JPY"];
    private static readonly string[] Regions =
    [
        .. Enumerable.Repeat("110108", 12), "110000", "110105", "120100", "120116", "120000", "130100", "130200", "130600", "310115", "310000", "320500", "330100", "330106", "440300", "440305", "510100", "610100", "DE", "US", "JP",
    ];

    private readonly Random random;
    private readonly Guid[] managers;
    private long seq;

    public MadeDeals(int seed, int count, IReadOnlyCollection<Guid>? managers = null)
    {
        random = new Random(seed);
        this.managers = managers is null ? [.. Enumerable.Range(0, 40).Select(_ => NextId())] : [.. managers];
        Deals = [.. Enumerable.Range(0, count).Select(_ => Deal())];
        Lines = [.. Deals.SelectMany(LinesOf)];
    }

    public IReadOnlyList<MadeDeal> Deals { get; }

    public IReadOnlyList<MadeLine> Lines { get; }

    public IReadOnlyList<Guid> Managers => managers;

    public async Task WriteAsync(Database database, CancellationToken ct = default)
    {
        var lines = Lines.ToLookup(l => l.Deal.Id);
        foreach (var some in Deals.Chunk(DealsAtOnce))
        {
            await database.WriteAsync(
                async session =>
                {
                    await session.RunAsync(
                        """
                        INSERT INTO Deal (Id, Revision, State, ManagerId, ContractType, SubType, Title, Field, PriceMode, Currency, AmountMinorUnits, TechnologyMinorUnits,
                                          PaymentPlan, Terms, SignedOn, SellerRegion, SellerKind, BuyerRegion, BuyerKind, RecordedBy, CreatedAt, UpdatedAt)
                        VALUES (@Id, 1, 'signed', @ManagerId, @ContractType, @SubType, @Title, @Field, @PriceMode, @Currency, @Amount, @Technology,
                                @PaymentPlan, '{}', @SignedOn, @SellerRegion, @SellerKind, @BuyerRegion, @BuyerKind, @By, @At, @At)
                        """,
                        some.Select(d => new
                        {
                            d.Id,
                            d.ManagerId,
                            d.ContractType,
                            d.SubType,
                            Title = $"技术合同 {d.Id:N}",
                            d.Field,
                            d.PriceMode,
                            d.Currency,
                            d.Amount,
                            d.Technology,
                            d.PaymentPlan,
                            d.SignedOn,
                            d.SellerRegion,
                            d.SellerKind,
                            d.BuyerRegion,
                            d.BuyerKind,
                            By = managers[0],
                            At = Time(d.SignedOn),
                        }));
                    await session.RunAsync(
                        "INSERT INTO DealParty (DealId, Ordinal, Side, Name, Kind, RegionCode) VALUES (@Id, @Ordinal, @Side, '某单位', @Kind, @Region)",
                        some.SelectMany(d => new[]
                        {
                            new { d.Id, Ordinal = 0, Side = "seller", Kind = d.SellerKind, Region = d.SellerRegion },
                            new { d.Id, Ordinal = 1, Side = "buyer", Kind = d.BuyerKind, Region = d.BuyerRegion },
                        }));
                    await session.RunAsync(
                        """
                        INSERT INTO LedgerLine (Seq, DealId, Kind, Day, Currency, AmountMinorUnits, TechnologyMinorUnits, RecordedAt, RecordedBy, ReversesSeq)
                        VALUES (@Seq, @DealId, @Kind, @Day, @Currency, @Amount, @Technology, @RecordedAt, @By, @ReversesSeq)
                        """,
                        some.SelectMany(d => lines[d.Id]).Select(l => new
                        {
                            l.Seq,
                            DealId = l.Deal.Id,
                            l.Kind,
                            l.Day,
                            l.Deal.Currency,
                            l.Amount,
                            l.Technology,
                            l.RecordedAt,
                            By = managers[0],
                            l.ReversesSeq,
                        }));
                },
                ct);
        }
    }

    private MadeDeal Deal()
    {
        // Most contracts are small and a few are very large.
        var amount = (long)(Math.Exp((random.NextDouble() * 9) + 11) * (1 + random.NextDouble()));
        var (seller, buyer) = (Pick(Regions), Pick(Regions));
        return new MadeDeal(
            NextId(), random.Next(20) == 0 ? null : managers[(int)(random.NextDouble() * random.NextDouble() * managers.Length)], Pick(Types), Pick(SubTypes), Pick(Fields), Pick(PriceModes),
            Pick(Currencies), amount, random.Next(3) == 0 ? amount - random.NextInt64(amount) : amount, Pick(Plans), FirstDay.AddDays(random.Next(Days)), seller, Pick(Kinds), buyer, Pick(Kinds));
    }

    private List<MadeLine> LinesOf(MadeDeal deal)
    {
        var lines = new List<MadeLine> { Line(deal, "signed", deal.SignedOn, deal.Amount, deal.Technology) };
        if (random.Next(10) > 0)
        {
            lines.Add(Line(deal, "registered", deal.SignedOn.AddDays(random.Next(5, 60)), deal.Amount, deal.Technology));
        }

        for (int part = 1, parts = random.Next(0, 3); part <= parts; part++)
        {
            lines.Add(Line(deal, "paid", deal.SignedOn.AddDays(30 * part), deal.Amount / 3, 0));
        }

        if (random.Next(100) == 0)
        {
            var at = lines[^1].RecordedAt.AddDays(random.Next(1, 400));
            lines.AddRange(lines.ToList().Select(l => l with { Seq = ++seq, Amount = -l.Amount, Technology = -l.Technology, RecordedAt = at, ReversesSeq = l.Seq }));
        }

        return lines;
    }

    private MadeLine Line(MadeDeal deal, string kind, DateOnly day, long amount, long technology) =>
        new(++seq, deal, kind, day, amount, technology, Time(day.AddDays(random.Next(50) == 0 ? random.Next(30, 400) : random.Next(0, 4))), null);

    private DateTimeOffset Time(DateOnly day) => new(day.ToDateTime(new TimeOnly(random.Next(24), random.Next(60), random.Next(60))), TimeSpan.Zero);

    private T Pick<T>(T[] all) => all[random.Next(all.Length)];

    private Guid NextId()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
