namespace TechBroker.Contracts.Http;

/// <summary>What went from one region to another in one currency.</summary>
public sealed record RegionFlowItemBody
{
    /// <summary>Six digits, or a country.</summary>
    public required string FromRegion { get; init; }

    public required string ToRegion { get; init; }

    /// <summary>How many; null for payments.</summary>
    public long? Contracts { get; init; }

    public long? Payments { get; init; }

    public required MoneyBody Amount { get; init; }

    public required MoneyBody TechnologyAmount { get; init; }

    /// <summary>Of figures as of a time: what came on record afterwards.</summary>
    public StatisticChangeBody? CorrectedSince { get; init; }

    /// <summary>Where the lines are that add up to this.</summary>
    public required string Lines { get; init; }
}
