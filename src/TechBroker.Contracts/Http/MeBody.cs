namespace TechBroker.Contracts.Http;

/// <summary>The caller.</summary>
public sealed record MeBody
{
    public required Guid Id { get; init; }

    public required string Email { get; init; }

    public required string DisplayName { get; init; }

    public required IReadOnlyList<string> Roles { get; init; }

    public OrganisationBody? Organisation { get; init; }

    public required bool Approver { get; init; }

    public required bool SecondFactor { get; init; }

    /// <summary>The person objects to automated matching of what they posted for no organisation.</summary>
    public required bool MatchingObjected { get; init; }

    /// <summary>browser, program or apiKey.</summary>
    public required string SignedInBy { get; init; }
}
