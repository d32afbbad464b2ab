namespace TechBroker.Contracts.Messages;

/// <summary>A match reached the level at which the two sides should hear of it; published once for each pair. Carries ids and revisions, never text.</summary>
public sealed record MatchProposed
{
    public required Guid MatchId { get; init; }

    public required Guid ListingId { get; init; }

    public required Guid NeedId { get; init; }

    public required int ListingRevision { get; init; }

    public required int NeedRevision { get; init; }

    public required DateTimeOffset At { get; init; }
}
