namespace TechBroker.Contracts.Http;

/// <summary>Body of POST /engagements/{id}/meetings: a meeting that was held (heldAt) or one that is planned (startsAt), never both.</summary>
public sealed record PostMeetingBody
{
    /// <summary>When it was held; not in the future.</summary>
    public DateTimeOffset? HeldAt { get; init; }

    /// <summary>Of a held one; for the centre and its author unless it is shared.</summary>
    public string? Note { get; init; }

    /// <summary>What came out of it; read by those who read the note.</summary>
    public string? Outcome { get; init; }

    /// <summary>Both sides read note and outcome.</summary>
    public bool? Shared { get; init; }

    /// <summary>When it is planned to begin; in the future.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>After it began.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>Both sides read it, and the agenda.</summary>
    public string? Place { get; init; }

    public string? Agenda { get; init; }
}
