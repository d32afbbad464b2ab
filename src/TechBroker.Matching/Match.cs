namespace TechBroker.Matching;

/// <summary>A score of one pair with all that is needed to explain and to replay it.</summary>
public sealed record Match
{
    public required Guid ListingId { get; init; }

    public required Guid NeedId { get; init; }

    public required int ListingRevision { get; init; }

    public required int NeedRevision { get; init; }

    /// <summary>0..1, the sum of the contributions; 0 for an excluded pair.</summary>
    public required double Score { get; init; }

    /// <summary>1 unrelated, 2 weak, 3 fairly strong, 4 strong.</summary>
    public required int Level { get; init; }

    public required string EngineVersion { get; init; }

    public IReadOnlyList<Contribution> Contributions { get; init; } = [];

    /// <summary>The hard condition that keeps the pair out of every ranking, one of <see cref="Verdicts"/>; null as a rule.</summary>
    public string? Exclusion { get; init; }
}
