namespace TechBroker.Contracts.Http;

/// <summary>Body of POST /engagements/{id}/meetings/{meetingId}/cancel; may be left out.</summary>
public sealed record MeetingCancelBody
{
    /// <summary>Both sides read it.</summary>
    public string? Reason { get; init; }
}
