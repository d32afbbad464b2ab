namespace TechBroker.Contracts.Http;

/// <summary>Body of POST /listings/{id}/return.</summary>
public sealed record ReturnListingBody
{
    /// <summary>What has to change before it can be published, for the listing's people; at most 1,000 characters.</summary>
    public string? Reason { get; init; }
}
