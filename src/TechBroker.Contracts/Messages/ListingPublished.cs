namespace TechBroker.Contracts.Messages;

/// <summary>A listing became open to matching. Carries ids and revisions, never text.</summary>
public sealed record ListingPublished
{
    public required Guid ListingId { get; init; }

    public required int Revision { get; init; }

    public required DateTimeOffset At { get; init; }
}
