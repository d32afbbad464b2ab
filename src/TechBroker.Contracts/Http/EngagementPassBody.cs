namespace TechBroker.Contracts.Http;

/// <summary>Body of POST /engagements/{id}/pass; only the people of the centre read it.</summary>
public sealed record EngagementPassBody
{
    /// <summary>capacity, expertise, region, conflict or other, which needs a note.</summary>
    public string? Reason { get; init; }

    public string? Note { get; init; }
}
