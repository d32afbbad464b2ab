namespace TechBroker.Contracts.Http;

/// <summary>One group of contracts in one currency.</summary>
public sealed record ContractStatisticBody
{
    /// <summary>By dimension; null where a contract has none. Managers other than oneself are <c>others</c> to a manager.</summary>
    public required IReadOnlyDictionary<string, string?> Keys { get; init; }

    /// <summary>How many; null for payments.</summary>
    public long? Contracts { get; init; }

    /// <summary>How many payments, where those are asked for.</summary>
    public long? Payments { get; init; }

    public required MoneyBody Amount { get; init; }

    /// <summary>What of the amount is for technology.</summary>
    public required MoneyBody TechnologyAmount { get; init; }

    /// <summary>Of figures as of a time: what came on record afterwards.</summary>
    public StatisticChangeBody? CorrectedSince { get; init; }

    /// <summary>Where the lines are that add up to this.</summary>
    public required string Lines { get; init; }
}
