namespace TechBroker.Contracts.Messages;

/// <summary>The program found nobody to take on an engagement and has given up on it; a person has to choose. Carries ids, never text.</summary>
public sealed record EngagementEscalated
{
    public required Guid EngagementId { get; init; }

    public required DateTimeOffset At { get; init; }
}
