using TechBroker.Domain;
using TechBroker.Domain.Deals;

namespace TechBroker.Storage.Deals;

/// <summary>A row of the table DealParty.</summary>
internal sealed record PartyRow
{
    public required Guid DealId { get; init; }

    public required int Ordinal { get; init; }

    public required string Side { get; init; }

    public Guid? OrganisationId { get; init; }

    public Guid? AccountId { get; init; }

    public required string Name { get; init; }

    public required string Kind { get; init; }

    public required string RegionCode { get; init; }

    public string? CreditCode { get; init; }

    public static IEnumerable<PartyRow> Of(Deal deal) => deal.Parties.Select((p, i) => new PartyRow
    {
        DealId = deal.Id,
        Ordinal = i + 1,
        Side = Codes.Of(p.Side),
        OrganisationId = p.OrganisationId,
        AccountId = p.AccountId,
        Name = p.Name,
        Kind = Codes.Of(p.Kind),
        RegionCode = p.RegionCode,
        CreditCode = p.CreditCode,
    });

    public DealParty ToParty() => new()
    {
        Side = Codes.Parse<DealSide>(Side),
        OrganisationId = OrganisationId,
        AccountId = AccountId,
        Name = Name,
        Kind = Codes.Parse<DealPartyKind>(Kind),
        RegionCode = RegionCode,
        CreditCode = CreditCode,
    };
}

/// <summary>A row of the table LedgerLine; numbers are over all contracts.</summary>
internal sealed record LineRow
{
    public required long Seq { get; init; }

    public required Guid DealId { get; init; }

    public required string Kind { get; init; }

    public required DateOnly Day { get; init; }

    public required string Currency { get; init; }

    public required long AmountMinorUnits { get; init; }

    public required long TechnologyMinorUnits { get; init; }

    public string? Note { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required Guid RecordedBy { get; init; }

    public long? ReversesSeq { get; init; }

    /// <param name="deal">Whose line it is.</param>
    /// <param name="line">Its content.</param>
    /// <param name="seqs">The numbers over all contracts of this one's lines up to it.</param>
    public static LineRow Of(Deal deal, LedgerLine line, IReadOnlyList<long> seqs) => new()
    {
        Seq = seqs[line.Number - 1],
        DealId = deal.Id,
        Kind = Codes.Of(line.Kind),
        Day = line.Day,
        Currency = deal.Amount.Currency,
        AmountMinorUnits = line.MinorUnits,
        TechnologyMinorUnits = line.TechnologyMinorUnits,
        Note = line.Note,
        RecordedAt = line.RecordedAt,
        RecordedBy = line.RecordedBy,
        ReversesSeq = line.Reverses is { } number ? seqs[number - 1] : null,
    };

    /// <summary>The lines of one contract, in the order of their numbers.</summary>
    public static IReadOnlyList<LedgerLine> ToLines(IEnumerable<LineRow> rows)
    {
        var ordered = rows.ToList();
        return [.. ordered.Select((r, i) => new LedgerLine
        {
            Number = i + 1,
            Kind = Codes.Parse<LedgerKind>(r.Kind),
            Day = r.Day,
            MinorUnits = r.AmountMinorUnits,
            TechnologyMinorUnits = r.TechnologyMinorUnits,
            Note = r.Note,
            RecordedAt = r.RecordedAt,
            RecordedBy = r.RecordedBy,
            Reverses = r.ReversesSeq is { } seq ? ordered.FindIndex(o => o.Seq == seq) + 1 : null,
        })];
    }
}
