namespace TechBroker.Domain.Engagements;

/// <summary>planned → held | cancelled; one that was not planned here is held from the start.</summary>
public enum MeetingState
{
    Planned,
    Held,
    Cancelled,
}

/// <summary>A meeting of the two sides of an engagement. <see cref="MeetingSteps"/> has what can happen to it.</summary>
public sealed record Meeting
{
    public required Guid Id { get; init; }

    public required Guid EngagementId { get; init; }

    public required MeetingState State { get; init; }

    /// <summary>When it begins; of a held one when it was held.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    public DateTimeOffset? EndsAt { get; init; }

    public string? Place { get; init; }

    public string? Agenda { get; init; }

    /// <summary>For the centre and its author; for both sides where it is shared.</summary>
    public string? Note { get; init; }

    /// <summary>What came out of it; read by those who read the note.</summary>
    public string? Outcome { get; init; }

    /// <summary>Note and outcome are meant for both sides, too.</summary>
    public bool Shared { get; init; }

    /// <summary>Why it was called off; both sides read it.</summary>
    public string? CancelReason { get; init; }

    /// <summary>How often its invitation was changed (RFC 5545, 3.8.7.4).</summary>
    public required int Sequence { get; init; }

    public required Guid CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}
