namespace TechBroker.Contracts.Http;

/// <summary>Why the office refused to register the contract.</summary>
public sealed record DealRefusalBody
{
    /// <summary>At most 2,000 characters.</summary>
    public string? Reason { get; init; }

    public DateOnly? RefusedOn { get; init; }
}
