namespace TechBroker.Contracts.Http;

/// <summary>A party broke the contract.</summary>
public sealed record DealBreachBody
{
    public DateOnly? On { get; init; }

    /// <summary>At most 2,000 characters.</summary>
    public string? Note { get; init; }
}
