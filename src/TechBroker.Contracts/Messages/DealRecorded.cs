namespace TechBroker.Contracts.Messages;

/// <summary>A contract is in force: signed, and approved where it needs a second person. Carries ids, never text.</summary>
public sealed record DealRecorded
{
    public required Guid DealId { get; init; }

    public Guid? EngagementId { get; init; }

    public required DateTimeOffset At { get; init; }
}
