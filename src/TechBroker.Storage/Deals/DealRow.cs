using TechBroker.Domain;
using TechBroker.Domain.Deals;
using TechBroker.Domain.Engagements;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Deals;

/// <summary>A row of the table Deal.</summary>
internal sealed record DealRow
{
    public required Guid Id { get; init; }

    public required int Revision { get; init; }

    public required string State { get; init; }

    public Guid? EngagementId { get; init; }

    public Guid? FollowsDealId { get; init; }

    public Guid? CeremonyId { get; init; }

    public Guid? ManagerId { get; init; }

    public required string ContractType { get; init; }

    public string? SubType { get; init; }

    public required string Title { get; init; }

    public string? ContractNumber { get; init; }

    public string? Field { get; init; }

    public string? PriceMode { get; init; }

    public required string Currency { get; init; }

    public required long AmountMinorUnits { get; init; }

    public required long TechnologyMinorUnits { get; init; }

    public required string PaymentPlan { get; init; }

    /// <summary>JSON of <see cref="DealTerms"/>.</summary>
    public required string Terms { get; init; }

    public required DateOnly SignedOn { get; init; }

    public DateOnly? StartsOn { get; init; }

    public DateOnly? EndsOn { get; init; }

    public required string SellerRegion { get; init; }

    public required string SellerKind { get; init; }

    public required string BuyerRegion { get; init; }

    public required string BuyerKind { get; init; }

    public string? RegistrationNumber { get; init; }

    public DateOnly? RegisteredOn { get; init; }

    public string? RegistrationPlace { get; init; }

    public DateOnly? RefusedOn { get; init; }

    public string? RefusalReason { get; init; }

    public DateOnly? EndedOn { get; init; }

    public string? EndReason { get; init; }

    public DateTimeOffset? ReversedAt { get; init; }

    public string? ReversalReason { get; init; }

    public required Guid RecordedBy { get; init; }

    public Guid? DecidedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public static DealRow Of(Deal deal) => new()
    {
        Id = deal.Id,
        Revision = deal.Revision,
        State = Codes.Of(deal.State),
        EngagementId = deal.EngagementId,
        FollowsDealId = deal.FollowsDealId,
        CeremonyId = deal.CeremonyId,
        ManagerId = deal.ManagerId,
        ContractType = Codes.Of(deal.ContractType),
        SubType = deal.SubType,
        Title = deal.Title,
        ContractNumber = deal.ContractNumber,
        Field = deal.Field,
        PriceMode = deal.PriceMode is { } mode ? Codes.Of(mode) : null,
        Currency = deal.Amount.Currency,
        AmountMinorUnits = deal.Amount.MinorUnits,
        TechnologyMinorUnits = deal.TechnologyMinorUnits,
        PaymentPlan = Codes.Of(deal.PaymentPlan),
        Terms = StoredJson.Write(deal.Terms),
        SignedOn = deal.SignedOn,
        StartsOn = deal.StartsOn,
        EndsOn = deal.EndsOn,
        SellerRegion = deal.Sellers.First().RegionCode,
        SellerKind = Codes.Of(deal.Sellers.First().Kind),
        BuyerRegion = deal.Buyers.First().RegionCode,
        BuyerKind = Codes.Of(deal.Buyers.First().Kind),
        RegistrationNumber = deal.RegistrationNumber,
        RegisteredOn = deal.RegisteredOn,
        RegistrationPlace = deal.RegistrationPlace,
        RefusedOn = deal.RefusedOn,
        RefusalReason = deal.RefusalReason,
        EndedOn = deal.EndedOn,
        EndReason = deal.EndReason,
        ReversedAt = deal.ReversedAt,
        ReversalReason = deal.ReversalReason,
        RecordedBy = deal.RecordedBy,
        DecidedBy = deal.DecidedBy,
        CreatedAt = deal.CreatedAt,
        UpdatedAt = deal.UpdatedAt,
    };

    public Deal ToDeal(IReadOnlyList<DealParty> parties) => new()
    {
        Id = Id,
        Revision = Revision,
        State = Codes.Parse<DealState>(State),
        EngagementId = EngagementId,
        FollowsDealId = FollowsDealId,
        CeremonyId = CeremonyId,
        ManagerId = ManagerId,
        ContractType = Codes.Parse<ContractType>(ContractType),
        SubType = SubType,
        Title = Title,
        ContractNumber = ContractNumber,
        Field = Field,
        PriceMode = PriceMode is null ? null : Codes.Parse<PriceMode>(PriceMode),
        Amount = new Money(Currency, AmountMinorUnits),
        TechnologyMinorUnits = TechnologyMinorUnits,
        PaymentPlan = Codes.Parse<PaymentPlan>(PaymentPlan),
        Terms = StoredJson.Read<DealTerms>(Terms),
        SignedOn = SignedOn,
        StartsOn = StartsOn,
        EndsOn = EndsOn,
        Parties = parties,
        RegistrationNumber = RegistrationNumber,
        RegisteredOn = RegisteredOn,
        RegistrationPlace = RegistrationPlace,
        RefusedOn = RefusedOn,
        RefusalReason = RefusalReason,
        EndedOn = EndedOn,
        EndReason = EndReason,
        ReversedAt = ReversedAt,
        ReversalReason = ReversalReason,
        RecordedBy = RecordedBy,
        DecidedBy = DecidedBy,
        CreatedAt = CreatedAt,
        UpdatedAt = UpdatedAt,
    };
}
