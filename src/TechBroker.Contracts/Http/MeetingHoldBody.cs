namespace TechBroker.Contracts.Http;

/// <summary>Body of POST /engagements/{id}/meetings/{meetingId}/hold: the planned meeting took place.</summary>
public sealed record MeetingHoldBody
{
    /// <summary>Not in the future.</summary>
    public DateTimeOffset? HeldAt { get; init; }

    /// <summary>For the centre and its author unless it is shared.</summary>
    public string? Note { get; init; }

    /// <summary>What came out of it; read by those who read the note.</summary>
    public string? Outcome { get; init; }

    /// <summary>Both sides read note and outcome.</summary>
    public bool? Shared { get; init; }
}
