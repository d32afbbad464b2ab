using TechBroker.Domain;
using TechBroker.Domain.Conflicts;
using TechBroker.Domain.Engagements;

namespace TechBroker.Storage.Engagements;

/// <summary>One action in an engagement's log.</summary>
/// <param name="Action">What was done.</param>
/// <param name="ActorId">The account that did it; null where the program did.</param>
/// <param name="Details">With what.</param>
public sealed record EngagementEntry(EngagementAction Action, Guid? ActorId, EngagementDetails Details);

/// <summary>Codes, ids and the words of one action; kept as JSON.</summary>
public sealed record EngagementDetails
{
    public static readonly EngagementDetails None = new();

    public EngagementSide? Side { get; init; }

    public CloseReason? Reason { get; init; }

    public Guid? ManagerId { get; init; }

    public ConflictKind? Conflict { get; init; }

    public PriceMode? PriceMode { get; init; }

    public Money? Price { get; init; }

    /// <summary>The day that the action is about: of a publicity, an objection, a memorandum or a contract.</summary>
    public DateOnly? On { get; init; }

    public int? Days { get; init; }

    public EngagementOutcome? Outcome { get; init; }

    public Guid? MeetingId { get; init; }

    /// <summary>What became of the meeting: the same action plans, moves and calls off.</summary>
    public MeetingState? MeetingState { get; init; }

    public Guid? DealId { get; init; }

    /// <summary>The listing or need that took its place.</summary>
    public Guid? MovedTo { get; init; }

    public IReadOnlyList<CreditShare>? Credits { get; init; }

    /// <summary>Why a manager passed it on.</summary>
    public PassReason? Pass { get; init; }

    public string? Note { get; init; }
}

/// <summary>A manager's part of the credit, in hundredths of a per cent: all parts make 10,000.</summary>
public sealed record CreditShare(Guid ManagerId, int BasisPoints);

/// <summary>A stored entry; <see cref="Seq"/> is the revision that it made.</summary>
public sealed record StoredEntry
{
    public required int Seq { get; init; }

    public required DateTimeOffset At { get; init; }

    public Guid? ActorId { get; init; }

    public required string Action { get; init; }

    public required string Details { get; init; }

    public EngagementAction ActionCode => Codes.Parse<EngagementAction>(Action);
}
