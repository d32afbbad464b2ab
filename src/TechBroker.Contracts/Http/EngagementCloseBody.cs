namespace TechBroker.Contracts.Http;

/// <summary>Body of POST /engagements/{id}/close. Both sides read the reason and the note.</summary>
public sealed record EngagementCloseBody
{
    /// <summary>A code of the vocabulary close-reasons; other needs a note.</summary>
    public string? Reason { get; init; }

    public string? Note { get; init; }
}
