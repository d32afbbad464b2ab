namespace TechBroker.Contracts.Http;

/// <summary>What the ledger of a contract adds up to, reversals included.</summary>
public sealed record DealTotalsBody
{
    public required MoneyBody Signed { get; init; }

    public required MoneyBody Registered { get; init; }

    public required MoneyBody Paid { get; init; }
}
