namespace TechBroker.Contracts.Messages;

/// <summary>Something happened to a contract; its log has the entry with this number. Carries ids and codes, never text.</summary>
public sealed record DealChanged
{
    public required Guid DealId { get; init; }

    /// <summary>The revision that the action made, and the number of its log entry.</summary>
    public required int Revision { get; init; }

    /// <summary>Such as <c>register</c> or <c>pay</c>.</summary>
    public required string Action { get; init; }

    public required DateTimeOffset At { get; init; }
}
