namespace TechBroker.Contracts.Messages;

/// <summary>A need became open to matching, whatever its visibility. Carries ids and revisions, never text.</summary>
public sealed record NeedPosted
{
    public required Guid NeedId { get; init; }

    public required int Revision { get; init; }

    public required DateTimeOffset At { get; init; }
}
