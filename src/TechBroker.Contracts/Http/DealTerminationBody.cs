namespace TechBroker.Contracts.Http;

/// <summary>The contract was ended before it was performed.</summary>
public sealed record DealTerminationBody
{
    public DateOnly? On { get; init; }

    /// <summary>At most 2,000 characters.</summary>
    public string? Reason { get; init; }
}
