namespace TechBroker.Contracts.Http;

/// <summary>One action in an engagement's log. A party reads who did it and what was noted only where it was itself or is meant for it.</summary>
public sealed record EngagementEntryBody
{
    public required int Seq { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>
    /// log, interest, decline, introduce, close, reopen, handOver, freeze, accept, dispatch, arrange, meet, negotiate, publicise, object, outcome, sign,
    /// unsign, credit or move.
    /// </summary>
    public required string Action { get; init; }

    public Guid? ActorId { get; init; }

    public string? Side { get; init; }

    public string? Reason { get; init; }

    public Guid? ManagerId { get; init; }

    /// <summary>The kind of conflict; only for managers.</summary>
    public string? Conflict { get; init; }

    public string? PriceMode { get; init; }

    public MoneyBody? Price { get; init; }

    /// <summary>The day of a publicity's begin, an objection, a memorandum or a contract.</summary>
    public DateOnly? On { get; init; }

    /// <summary>How long a publicity runs.</summary>
    public int? Days { get; init; }

    /// <summary>memorandum or letterOfIntent.</summary>
    public string? Outcome { get; init; }

    public Guid? MeetingId { get; init; }

    /// <summary>What became of the meeting: planned, held or cancelled.</summary>
    public string? MeetingState { get; init; }

    public Guid? DealId { get; init; }
    /// <summary>Why a manager passed it on; only for managers.</summary>
    public string? Pass { get; init; }

    public string? Note { get; init; }
}
