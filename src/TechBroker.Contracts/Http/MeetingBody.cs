namespace TechBroker.Contracts.Http;

/// <summary>A meeting of an engagement as its reader may see it.</summary>
public sealed record MeetingBody
{
    public required Guid Id { get; init; }

    /// <summary>planned, held or cancelled.</summary>
    public required string State { get; init; }

    /// <summary>When it begins; of a held one when it was held.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    public DateTimeOffset? EndsAt { get; init; }

    public string? Place { get; init; }

    public string? Agenda { get; init; }

    /// <summary>Only for the centre and its author, unless it is shared.</summary>
    public string? Note { get; init; }

    /// <summary>Only for the centre and its author, unless it is shared.</summary>
    public string? Outcome { get; init; }

    public required bool Shared { get; init; }

    public string? CancelReason { get; init; }

    /// <summary>How often its invitation was changed.</summary>
    public required int Sequence { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}
