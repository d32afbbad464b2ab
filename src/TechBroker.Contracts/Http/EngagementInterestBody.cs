namespace TechBroker.Contracts.Http;

/// <summary>Body of POST /engagements/{id}/interest; may be left out by a side.</summary>
public sealed record EngagementInterestBody
{
    /// <summary>listing or need: for whom a manager records it. A side is known by its organisation.</summary>
    public string? Side { get; init; }
}
