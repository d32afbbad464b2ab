namespace TechBroker.Domain.Duplicates;

/// <summary>What became of a pair that may be one thing.</summary>
public enum DuplicateState
{
    Open,
    Merged,

    /// <summary>Two different things; stays so until the keys in common change.</summary>
    Dismissed,

    /// <summary>A dispute between two owners that an organiser has decided.</summary>
    Resolved,

    /// <summary>An edit left them with no key in common.</summary>
    Obsolete,
}

/// <summary>Who has the right to what two owners claim.</summary>
public enum DuplicateDecision
{
    A,
    B,
    Both,
}

public enum DuplicateSide
{
    Listing,
    Need,
}

/// <summary>Two items that may be one. Of one owner, they can be merged; of two, it may be a dispute.</summary>
public sealed record Duplicate
{
    public required Guid Id { get; init; }

    public required DuplicateSide Side { get; init; }

    /// <summary>The older of the two.</summary>
    public required Guid AId { get; init; }

    public required Guid BId { get; init; }

    public required DuplicateReason Because { get; init; }

    /// <summary>See <see cref="DuplicateKeys.Fingerprint"/>.</summary>
    public required string Shared { get; init; }

    /// <summary>The organisation or person that has both; null where they are not one owner's.</summary>
    public Guid? OwnerId { get; init; }

    public required DuplicateState State { get; init; }

    public Guid? KeepId { get; init; }

    public DuplicateDecision? Decision { get; init; }

    public string? Note { get; init; }

    public required DateTimeOffset FoundAt { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    public Guid? DecidedBy { get; init; }

    public bool IsSameOwner => OwnerId is not null;

    public bool IsDispute => !IsSameOwner && Side is DuplicateSide.Listing && Because is not DuplicateReason.Title;

    /// <summary>The one that is not kept; of use once it is known which is.</summary>
    public Guid MergedId => KeepId == AId ? BId : AId;

    public Outcome<Duplicate> Merge(Guid keepId, Guid by, DateTimeOffset now) =>
        !IsSameOwner ? DuplicateErrors.NotOneOwner()
        : keepId != AId && keepId != BId ? DuplicateErrors.KeepsNeither()
        : State is DuplicateState.Merged ? DuplicateErrors.WrongState(State)
        : Decided(DuplicateState.Merged, by, now) with { KeepId = keepId };

    /// <summary>Open again: whoever takes a merge back may say next that they are different.</summary>
    public Outcome<Duplicate> Unmerge(Guid by, DateTimeOffset now) =>
        State is not DuplicateState.Merged ? DuplicateErrors.WrongState(State) : Decided(DuplicateState.Open, by, now);

    public Outcome<Duplicate> Dismiss(string? note, Guid by, DateTimeOffset now) =>
        State is DuplicateState.Merged ? DuplicateErrors.WrongState(State) : Decided(DuplicateState.Dismissed, by, now) with { Note = note };

    /// <summary>A later decision replaces an earlier one.</summary>
    public Outcome<Duplicate> Resolve(DuplicateDecision decision, string? note, Guid by, DateTimeOffset now) =>
        !IsDispute ? DuplicateErrors.NoDispute() : Decided(DuplicateState.Resolved, by, now) with { Decision = decision, Note = note };

    /// <summary>As it stands after an edit of either.</summary>
    public Duplicate After(IReadOnlyCollection<DuplicateKey> shared)
    {
        var print = DuplicateKeys.Fingerprint(shared);
        return State is DuplicateState.Merged ? this
            : shared.Count == 0 ? this with { State = DuplicateState.Obsolete, Shared = print }
            : print == Shared ? this
            : this with { State = DuplicateState.Open, Because = shared.Min(k => k.Reason), Shared = print, Decision = null };
    }

    private Duplicate Decided(DuplicateState state, Guid by, DateTimeOffset now) =>
        this with { State = state, KeepId = null, Decision = null, Note = null, DecidedBy = by, DecidedAt = now };
}
