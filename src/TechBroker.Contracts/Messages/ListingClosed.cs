namespace TechBroker.Contracts.Messages;

/// <summary>A listing is no longer open: suspended, reserved, transferred, withdrawn or expired. Carries ids and revisions, never text.</summary>
public sealed record ListingClosed
{
    public required Guid ListingId { get; init; }

    public required int Revision { get; init; }

    public required DateTimeOffset At { get; init; }
}
