namespace TechBroker.Contracts.Http;

/// <summary>Body of POST /listings.</summary>
public sealed record PostListingBody : ListingFields
{
    /// <summary>The unit that offers the result.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>Publish at once; otherwise it stays a draft.</summary>
    public bool? Publish { get; init; }
}
