namespace TechBroker.Contracts.Http;

/// <summary>What is said of a person; the same when one is added and when one is changed.</summary>
public abstract record UserFields
{
    public string? Email { get; init; }

    public string? DisplayName { get; init; }

    /// <summary>provider, seeker, manager, organiser, admin; at least one.</summary>
    public IReadOnlyList<string>? Roles { get; init; }

    /// <summary>The organisation whose listings and needs are theirs, too.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>Whether the person approves the organisation's listings.</summary>
    public bool? Approver { get; init; }
}
