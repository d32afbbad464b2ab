namespace TechBroker.Contracts.Http;

/// <summary>Sums over the ledger of contracts. Every figure names the lines that it adds up.</summary>
public sealed record ContractStatisticsBody
{
    /// <summary>signed, registered or paid.</summary>
    public required string Kind { get; init; }

    /// <summary>First and last day that counts; null where there is no limit.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>The figures are those that were on record before this moment.</summary>
    public DateTimeOffset? KnownBefore { get; init; }

    public required IReadOnlyList<string> GroupBy { get; init; }

    /// <summary>One for each group and currency, the largest amount first.</summary>
    public required IReadOnlyList<ContractStatisticBody> Items { get; init; }

    /// <summary>One for each currency.</summary>
    public required IReadOnlyList<ContractStatisticBody> Totals { get; init; }
}
