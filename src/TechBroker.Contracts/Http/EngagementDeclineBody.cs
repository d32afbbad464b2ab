namespace TechBroker.Contracts.Http;

/// <summary>Body of POST /engagements/{id}/decline. The reason and the note reach the other side.</summary>
public sealed record EngagementDeclineBody
{
    /// <summary>A code of the vocabulary close-reasons; other needs a note.</summary>
    public string? Reason { get; init; }

    public string? Note { get; init; }

    /// <summary>listing or need: for whom a manager records it. A side is known by its organisation.</summary>
    public string? Side { get; init; }
}
