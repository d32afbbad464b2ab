namespace TechBroker.Contracts.Http;

/// <summary>A declared conflict of interest.</summary>
public sealed record ConflictBody
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    public required Guid OrganisationId { get; init; }

    /// <summary>interest, holding, family or formerEmployer.</summary>
    public required string Kind { get; init; }

    public string? Note { get; init; }

    public required DateTimeOffset DeclaredAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>In the answer to the declaration: the caller's engagements that it froze, to be handed over.</summary>
    public IReadOnlyList<Guid>? FrozenEngagements { get; init; }
}
