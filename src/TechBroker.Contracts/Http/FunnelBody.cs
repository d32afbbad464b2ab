namespace TechBroker.Contracts.Http;

/// <summary>How far the engagements of a period came.</summary>
public sealed record FunnelBody
{
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>field, manager or month; null where it is all in one.</summary>
    public string? GroupBy { get; init; }

    public required IReadOnlyList<FunnelItemBody> Items { get; init; }

    public required FunnelItemBody Total { get; init; }
}
