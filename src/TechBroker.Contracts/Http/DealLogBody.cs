namespace TechBroker.Contracts.Http;

/// <summary>Everything that happened to a contract, oldest first.</summary>
public sealed record DealLogBody
{
    public required IReadOnlyList<DealEntryBody> Items { get; init; }
}
