namespace TechBroker.Contracts.Http;

/// <summary>The contract was performed.</summary>
public sealed record DealCompletionBody
{
    public DateOnly? On { get; init; }
}
