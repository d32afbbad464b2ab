namespace TechBroker.Contracts.Http;

/// <summary>Body of POST /investments: a signed investment of a project.</summary>
public sealed record PostInvestmentBody
{
    public string? Title { get; init; }

    public MoneyBody? Amount { get; init; }

    /// <summary>Names, at least one.</summary>
    public IReadOnlyList<string>? Investors { get; init; }

    /// <summary>The project company, or who else receives the money.</summary>
    public string? Recipient { get; init; }

    /// <summary>Where the project settles: six digits of GB/T 2260 or ISO 3166 alpha-2.</summary>
    public string? RegionCode { get; init; }

    /// <summary>A code or name of a field or industry.</summary>
    public string? Industry { get; init; }

    public DateOnly? SignedOn { get; init; }

    /// <summary>The park that takes the project in.</summary>
    public Guid? ParkOrganisationId { get; init; }

    public Guid? CeremonyId { get; init; }

    public string? Note { get; init; }
}
