namespace TechBroker.Contracts.Messages;

/// <summary>A need is no longer open: in negotiation, satisfied, withdrawn or expired. Carries ids and revisions, never text.</summary>
public sealed record NeedClosed
{
    public required Guid NeedId { get; init; }

    public required int Revision { get; init; }

    public required DateTimeOffset At { get; init; }
}
