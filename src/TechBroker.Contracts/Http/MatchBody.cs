namespace TechBroker.Contracts.Http;

/// <summary>A scored pair.</summary>
public sealed record MatchBody
{
    public required Guid Id { get; init; }

    public required Guid ListingId { get; init; }

    public required Guid NeedId { get; init; }

    public required int ListingRevision { get; init; }

    public required int NeedRevision { get; init; }

    /// <summary>0 to 1.</summary>
    public required double Score { get; init; }

    /// <summary>1 unrelated, 2 weak, 3 fairly strong, 4 strong.</summary>
    public required int Level { get; init; }

    public required IReadOnlyList<ReasonBody> Reasons { get; init; }

    public required string EngineVersion { get; init; }

    public string? ListingTitle { get; init; }

    public string? NeedTitle { get; init; }

    public required DateTimeOffset ScoredAt { get; init; }
}
