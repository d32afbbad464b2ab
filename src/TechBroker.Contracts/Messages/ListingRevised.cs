namespace TechBroker.Contracts.Messages;

/// <summary>An open listing changed. Carries ids and revisions, never text.</summary>
public sealed record ListingRevised
{
    public required Guid ListingId { get; init; }

    public required int Revision { get; init; }

    public required DateTimeOffset At { get; init; }
}
