namespace TechBroker.Contracts.Http;

/// <summary>Why a pair stands where it stands among all pairs of the item that was asked about, or why it is not among them.</summary>
public sealed record WhyBody
{
    public required Guid ListingId { get; init; }

    public required Guid NeedId { get; init; }

    public required int ListingRevision { get; init; }

    public required int NeedRevision { get; init; }

    /// <summary>From 1, among all that the caller may see; null where the pair is excluded or shares neither a word nor a field.</summary>
    public int? Rank { get; init; }

    /// <summary>How many are ranked.</summary>
    public required int Of { get; init; }

    /// <summary>0 to 1.</summary>
    public required double Score { get; init; }

    /// <summary>1 unrelated, 2 weak, 3 fairly strong, 4 strong.</summary>
    public required int Level { get; init; }

    /// <summary>The condition that keeps the pair out of every ranking; null as a rule.</summary>
    public string? Excluded { get; init; }

    public required IReadOnlyList<ReasonBody> Reasons { get; init; }

    /// <summary>What ranks first; null where this pair does, and where a condition excludes it.</summary>
    public BetterMatchBody? Best { get; init; }

    public required string EngineVersion { get; init; }
}

/// <summary>The best pair, and what it has over the one that was asked about.</summary>
public sealed record BetterMatchBody
{
    public required Guid ListingId { get; init; }

    public required Guid NeedId { get; init; }

    /// <summary>0 to 1.</summary>
    public required double Score { get; init; }

    /// <summary>The scorer by which the pair falls behind most.</summary>
    public required string Scorer { get; init; }

    /// <summary>By how much, in parts of the score.</summary>
    public required double Behind { get; init; }
}
