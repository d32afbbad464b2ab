namespace TechBroker.Contracts.Http;

/// <summary>A technology contract as its reader may see it.</summary>
public sealed record DealBody
{
    public required Guid Id { get; init; }

    /// <summary>Grows by one with every action; also the ETag.</summary>
    public required int Revision { get; init; }

    /// <summary>pendingApproval, rejected, signed, registered, refused, performing, completed, breached, terminated or reversed.</summary>
    public required string State { get; init; }

    public Guid? EngagementId { get; init; }

    public Guid? FollowsDealId { get; init; }

    /// <summary>The signing ceremony at which it was signed.</summary>
    public Guid? CeremonyId { get; init; }

    public Guid? ManagerId { get; init; }

    public required string ContractType { get; init; }

    public string? SubType { get; init; }

    public required string Title { get; init; }

    public string? ContractNumber { get; init; }

    public string? Field { get; init; }

    public string? PriceMode { get; init; }

    public required MoneyBody Amount { get; init; }

    public required MoneyBody TechnologyAmount { get; init; }

    public required string PaymentPlan { get; init; }

    public required IReadOnlyList<InstalmentBody> Instalments { get; init; }

    public MoneyBody? EntryFee { get; init; }

    public int? RoyaltyBasisPoints { get; init; }

    public required DateOnly SignedOn { get; init; }

    public DateOnly? StartsOn { get; init; }

    public DateOnly? EndsOn { get; init; }

    public required IReadOnlyList<IpBody> Ip { get; init; }

    /// <summary>Absent for the buyer's side.</summary>
    public IReadOnlyList<InventorBody>? Inventors { get; init; }

    public required IReadOnlyList<DealPartyBody> Sellers { get; init; }

    public required IReadOnlyList<DealPartyBody> Buyers { get; init; }

    /// <summary>seller or buyer where the reader is a party.</summary>
    public string? YourSide { get; init; }

    public string? RegistrationNumber { get; init; }

    public DateOnly? RegisteredOn { get; init; }

    public string? RegistrationPlace { get; init; }

    /// <summary>The last refusal of a registration; one may have succeeded since.</summary>
    public DateOnly? RefusedOn { get; init; }

    public string? RefusalReason { get; init; }

    public DateOnly? EndedOn { get; init; }

    public string? EndReason { get; init; }

    public DateTimeOffset? ReversedAt { get; init; }

    public string? ReversalReason { get; init; }

    /// <summary>Only for the people of the centre.</summary>
    public Guid? RecordedBy { get; init; }

    /// <summary>Who approved or rejected it; only for the people of the centre.</summary>
    public Guid? DecidedBy { get; init; }

    public required DealTotalsBody Ledger { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required IReadOnlyList<WarningBody> Warnings { get; init; }
}
