namespace TechBroker.Contracts.Http;

/// <summary>What is said of a person; the same when one is added and when one is changed. Why it is held is said at /privacy.</summary>
public abstract record UserFields
{
    /// <summary>Signs the person in and receives links to set a new password; shown to the centre's administration only.</summary>
    public string? Email { get; init; }

    /// <summary>Shown to those the person works with here, so that they know whom they deal with.</summary>
    public string? DisplayName { get; init; }

    /// <summary>provider, seeker, manager, organiser, admin; at least one.</summary>
    public IReadOnlyList<string>? Roles { get; init; }

    /// <summary>The organisation whose listings and needs are theirs, too; decides what the person may see and do.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>Whether the person approves the organisation's listings.</summary>
    public bool? Approver { get; init; }
}
