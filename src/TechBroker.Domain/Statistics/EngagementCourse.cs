using TechBroker.Domain.Engagements;

namespace TechBroker.Domain.Statistics;

/// <summary>The stages of an engagement that a funnel counts, in their order.</summary>
public enum FunnelStage
{
    Proposed,
    Interested,
    Mutual,
    Introduced,
    Met,
    Negotiating,
    Signed,
}

/// <summary>When an engagement first came to each stage.</summary>
public sealed record EngagementCourse
{
    /// <summary>What it is grouped by.</summary>
    public string? Key { get; init; }

    /// <summary>By stage; null where it never came there. A contract recorded in error is no signing.</summary>
    public required IReadOnlyList<DateTimeOffset?> Reached { get; init; }

    /// <summary>Why it is closed; null where it is not.</summary>
    public CloseReason? CloseReason { get; init; }

    /// <summary>Which side ended it; null where the manager did.</summary>
    public EngagementSide? ClosedBySide { get; init; }

    public FunnelStage Furthest => (FunnelStage)Enumerable.Range(0, Reached.Count).Last(i => Reached[i] is not null);
}
