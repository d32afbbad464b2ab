using TechBroker.Domain.Conflicts;

namespace TechBroker.Domain.Managers;

/// <summary>An engagement that wants a manager.</summary>
public sealed record DispatchProposal
{
    public required Guid Id { get; init; }

    /// <summary>Of the listing and of the need, each once.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    public string? ListingRegion { get; init; }

    public string? NeedRegion { get; init; }

    /// <summary>The match's level, 1 to 4; the strongest are placed first.</summary>
    public int Level { get; init; } = 1;

    public required SideFacts Listing { get; init; }

    public required SideFacts Need { get; init; }

    /// <summary>Managers who refused it or let it lapse.</summary>
    public IReadOnlyCollection<Guid> Excluded { get; init; } = [];
}

/// <summary>A manager as the dispatcher sees them.</summary>
public sealed record DispatchManager
{
    public required PersonFacts Person { get; init; }

    public IReadOnlyList<string> Fields { get; init; } = [];

    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>Live engagements at most.</summary>
    public int Capacity { get; init; } = ManagerProfile.UsualCapacity;

    /// <summary>Live engagements now.</summary>
    public int Live { get; init; }

    /// <summary>Engagements of theirs that ended with a contract.</summary>
    public int Signed { get; init; }

    /// <summary>Engagements of theirs that have ended, one way or the other.</summary>
    public int Finished { get; init; }

    /// <summary>Gets nothing now, and may later.</summary>
    public bool IsAway { get; init; }

    public Guid Id => Person.AccountId;
}

/// <summary>Where one proposal went.</summary>
/// <param name="ProposalId">Which.</param>
/// <param name="ManagerId">Null where nobody could take it.</param>
/// <param name="Fit">How well they suit, 0 to 1, before their load counts.</param>
/// <param name="NobodyLeft">Everyone has a conflict or refused it, so that waiting does not help.</param>
public sealed record Dispatched(Guid ProposalId, Guid? ManagerId, double Fit, bool NobodyLeft);
