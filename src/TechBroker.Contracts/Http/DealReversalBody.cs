namespace TechBroker.Contracts.Http;

/// <summary>Why something was recorded in error.</summary>
public sealed record DealReversalBody
{
    /// <summary>At most 2,000 characters.</summary>
    public string? Reason { get; init; }
}
