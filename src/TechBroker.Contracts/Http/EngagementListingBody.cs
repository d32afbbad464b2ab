namespace TechBroker.Contracts.Http;

/// <summary>The listing of an engagement.</summary>
public sealed record EngagementListingBody
{
    public required Guid Id { get; init; }

    public required string Title { get; init; }

    public Guid? OrganisationId { get; init; }
}
