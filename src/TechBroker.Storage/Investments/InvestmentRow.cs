using TechBroker.Domain;
using TechBroker.Domain.Investments;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Investments;

/// <summary>A row of Investment.</summary>
internal sealed record InvestmentRow
{
    public const string Columns =
        "Id, Title, Currency, AmountMinorUnits, Investors, Recipient, RegionCode, Industry, SignedOn, ParkOrganisationId, CeremonyId, Note, RecordedBy, CreatedAt, ReversedAt, ReversedBy, ReversalReason";

    public const string Parameters =
        "@Id, @Title, @Currency, @AmountMinorUnits, @Investors, @Recipient, @RegionCode, @Industry, @SignedOn, @ParkOrganisationId, @CeremonyId, @Note, @RecordedBy, @CreatedAt, @ReversedAt, @ReversedBy, @ReversalReason";

    public required Guid Id { get; init; }

    public required string Title { get; init; }

    public required string Currency { get; init; }

    public required long AmountMinorUnits { get; init; }

    public required string Investors { get; init; }

    public required string Recipient { get; init; }

    public required string RegionCode { get; init; }

    public string? Industry { get; init; }

    public required DateOnly SignedOn { get; init; }

    public Guid? ParkOrganisationId { get; init; }

    public Guid? CeremonyId { get; init; }

    public string? Note { get; init; }

    public required Guid RecordedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ReversedAt { get; init; }

    public Guid? ReversedBy { get; init; }

    public string? ReversalReason { get; init; }

    public static InvestmentRow Of(Investment i) => new()
    {
        Id = i.Id,
        Title = i.Title,
        Currency = i.Amount.Currency,
        AmountMinorUnits = i.Amount.MinorUnits,
        Investors = StoredJson.Write(i.Investors),
        Recipient = i.Recipient,
        RegionCode = i.RegionCode,
        Industry = i.Industry,
        SignedOn = i.SignedOn,
        ParkOrganisationId = i.ParkOrganisationId,
        CeremonyId = i.CeremonyId,
        Note = i.Note,
        RecordedBy = i.RecordedBy,
        CreatedAt = i.CreatedAt,
        ReversedAt = i.ReversedAt,
        ReversedBy = i.ReversedBy,
        ReversalReason = i.ReversalReason,
    };

    public Investment ToInvestment() => new()
    {
        Id = Id,
        Title = Title,
        Amount = new Money(Currency, AmountMinorUnits),
        Investors = StoredJson.Read<string[]>(Investors),
        Recipient = Recipient,
        RegionCode = RegionCode,
        Industry = Industry,
        SignedOn = SignedOn,
        ParkOrganisationId = ParkOrganisationId,
        CeremonyId = CeremonyId,
        Note = Note,
        RecordedBy = RecordedBy,
        CreatedAt = CreatedAt,
        ReversedAt = ReversedAt,
        ReversedBy = ReversedBy,
        ReversalReason = ReversalReason,
    };
}
