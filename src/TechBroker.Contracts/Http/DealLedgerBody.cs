namespace TechBroker.Contracts.Http;

/// <summary>Every line of a contract's ledger, oldest first.</summary>
public sealed record DealLedgerBody
{
    public required IReadOnlyList<DealLineBody> Items { get; init; }
}
