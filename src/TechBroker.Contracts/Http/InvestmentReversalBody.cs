namespace TechBroker.Contracts.Http;

/// <summary>Body of POST /investments/{id}/reversal.</summary>
public sealed record InvestmentReversalBody
{
    public string? Reason { get; init; }
}
