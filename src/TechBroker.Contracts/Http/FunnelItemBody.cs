namespace TechBroker.Contracts.Http;

/// <summary>One group of engagements.</summary>
public sealed record FunnelItemBody
{
    /// <summary>Null where they have none. Managers other than oneself are <c>others</c> to a manager.</summary>
    public string? Key { get; init; }

    /// <summary>How many came to each stage: proposed, interested, mutual, introduced, met, negotiating, signed.</summary>
    public required IReadOnlyDictionary<string, int> Reached { get; init; }

    /// <summary>How many are closed; the losses add up to it.</summary>
    public required int Closed { get; init; }

    public required IReadOnlyList<FunnelStepBody> Steps { get; init; }

    public required IReadOnlyList<FunnelLossBody> Losses { get; init; }
}

/// <summary>From one stage to the next.</summary>
public sealed record FunnelStepBody
{
    public required string From { get; init; }

    public required string To { get; init; }

    /// <summary>How many took it.</summary>
    public required int Count { get; init; }

    public required double MedianDays { get; init; }

    /// <summary>Nine in ten took no longer.</summary>
    public required double P90Days { get; init; }
}

/// <summary>Engagements that ended alike.</summary>
public sealed record FunnelLossBody
{
    public required string Reason { get; init; }

    /// <summary>How far they had come.</summary>
    public required string Stage { get; init; }

    /// <summary>listing or need; null where the manager closed it.</summary>
    public string? Side { get; init; }

    public required int Count { get; init; }
}
