namespace TechBroker.Contracts.Http;

/// <summary>Body of POST /engagements/{id}/outcome: what the sides signed short of a contract.</summary>
public sealed record EngagementOutcomeBody
{
    /// <summary>memorandum or letterOfIntent.</summary>
    public string? Kind { get; init; }

    /// <summary>Not in the future, not before the introduction.</summary>
    public DateOnly? SignedOn { get; init; }

    /// <summary>For the centre.</summary>
    public string? Note { get; init; }
}
