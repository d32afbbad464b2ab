namespace TechBroker.Contracts.Http;

/// <summary>Body of POST /duplicates/{id}/dismiss; may be left out.</summary>
public sealed record DuplicateDismissBody
{
    /// <summary>At most 2,000 characters.</summary>
    public string? Note { get; init; }
}
