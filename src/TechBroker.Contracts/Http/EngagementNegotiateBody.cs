namespace TechBroker.Contracts.Http;

/// <summary>Body of POST /engagements/{id}/negotiate.</summary>
public sealed record EngagementNegotiateBody
{
    /// <summary>A code of the vocabulary price-modes: negotiated, listed, auction or tender.</summary>
    public string? PriceMode { get; init; }

    /// <summary>For the centre.</summary>
    public string? Note { get; init; }
}
