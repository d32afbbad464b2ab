namespace TechBroker.Contracts.Messages;

/// <summary>Something happened to an engagement; its log has the entry with this number. Carries ids and codes, never text.</summary>
public sealed record EngagementChanged
{
    public required Guid EngagementId { get; init; }

    /// <summary>The revision that the action made, and the number of its log entry.</summary>
    public required int Revision { get; init; }

    /// <summary>Such as <c>interest</c> or <c>introduce</c>.</summary>
    public required string Action { get; init; }

    public required DateTimeOffset At { get; init; }
}
