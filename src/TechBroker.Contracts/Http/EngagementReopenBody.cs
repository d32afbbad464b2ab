namespace TechBroker.Contracts.Http;

/// <summary>Body of POST /engagements/{id}/reopen.</summary>
public sealed record EngagementReopenBody
{
    /// <summary>Why it goes on; for the record.</summary>
    public string? Note { get; init; }
}
