namespace TechBroker.Contracts.Http;

/// <summary>Two listings or two needs that may be one.</summary>
public sealed record DuplicateBody
{
    public required Guid Id { get; init; }

    /// <summary>listing or need.</summary>
    public required string Kind { get; init; }

    /// <summary>The older of the two.</summary>
    public required Guid A { get; init; }

    public required Guid B { get; init; }

    /// <summary>registrationNumber, patentNumber or title (title and text say the same).</summary>
    public required string Because { get; init; }

    /// <summary>True: they can be merged. False: it may be a dispute about whose it is.</summary>
    public required bool SameOwner { get; init; }

    /// <summary>open, merged, dismissed, resolved, or obsolete after an edit that left nothing in common.</summary>
    public required string State { get; init; }

    /// <summary>Of a merged pair the one that goes on.</summary>
    public Guid? Keep { get; init; }

    /// <summary>Of a resolved dispute: a, b or both.</summary>
    public string? Decision { get; init; }

    public string? Note { get; init; }

    public required DateTimeOffset FoundAt { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>In the answer to a merge: those that go on with the kept one; to an unmerge: those that went back.</summary>
    public IReadOnlyList<Guid>? MovedEngagements { get; init; }

    /// <summary>In the answer to a merge: those that were closed, because both had one with the same partner.</summary>
    public IReadOnlyList<Guid>? ClosedEngagements { get; init; }

    /// <summary>In the answer to an unmerge: those that stay as they are, because somebody has worked on them since.</summary>
    public IReadOnlyList<Guid>? StayingEngagements { get; init; }
}
