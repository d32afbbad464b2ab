namespace TechBroker.Contracts.Messages;

/// <summary>An open need changed. Carries ids and revisions, never text.</summary>
public sealed record NeedRevised
{
    public required Guid NeedId { get; init; }

    public required int Revision { get; init; }

    public required DateTimeOffset At { get; init; }
}
