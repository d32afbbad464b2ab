namespace TechBroker.Contracts.Http;

/// <summary>The figure now less the figure as of the time that was asked for.</summary>
public sealed record StatisticChangeBody
{
    public long? Contracts { get; init; }

    public long? Payments { get; init; }

    public required MoneyBody Amount { get; init; }

    public required MoneyBody TechnologyAmount { get; init; }

    public required string Lines { get; init; }
}
