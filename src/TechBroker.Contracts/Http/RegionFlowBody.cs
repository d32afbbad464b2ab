namespace TechBroker.Contracts.Http;

/// <summary>Contracts from where the seller is to where the buyer is.</summary>
public sealed record RegionFlowBody
{
    /// <summary>signed, registered or paid.</summary>
    public required string Kind { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>The figures are those that were on record before this moment.</summary>
    public DateTimeOffset? KnownBefore { get; init; }

    /// <summary>One for each pair of regions and currency, the largest amount first.</summary>
    public required IReadOnlyList<RegionFlowItemBody> Items { get; init; }
}
