namespace TechBroker.Contracts.Http;

/// <summary>Body of PUT /engagements/{id}/credit.</summary>
public sealed record PutCreditBody
{
    /// <summary>They add up to 10,000 basis points.</summary>
    public IReadOnlyList<CreditShareBody>? Shares { get; init; }
}
