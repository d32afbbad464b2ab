namespace TechBroker.Contracts.Http;

/// <summary>A signed investment of a project; no technology contract.</summary>
public sealed record InvestmentBody
{
    public required Guid Id { get; init; }

    /// <summary>signed or reversed.</summary>
    public required string State { get; init; }

    public required string Title { get; init; }

    public required MoneyBody Amount { get; init; }

    public required IReadOnlyList<string> Investors { get; init; }

    public required string Recipient { get; init; }

    public required string RegionCode { get; init; }

    public string? Industry { get; init; }

    public required DateOnly SignedOn { get; init; }

    public Guid? ParkOrganisationId { get; init; }

    public Guid? CeremonyId { get; init; }

    public string? Note { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ReversedAt { get; init; }

    public string? ReversalReason { get; init; }
}
