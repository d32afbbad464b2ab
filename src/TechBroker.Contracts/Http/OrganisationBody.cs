namespace TechBroker.Contracts.Http;

/// <summary>An organisation as HTTP shows it.</summary>
public sealed record OrganisationBody
{
    public required Guid Id { get; init; }

    public required int Revision { get; init; }

    public required string Name { get; init; }

    public required string Kind { get; init; }

    public string? CreditCode { get; init; }

    public required string RegionCode { get; init; }

    public string? Nature { get; init; }

    /// <summary>Its listings are published by its own approver.</summary>
    public required bool ApprovesListings { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public IReadOnlyList<WarningBody>? Warnings { get; init; }
}
