namespace TechBroker.Contracts.Http;

/// <summary>Body of PUT /engagements/{id}/meetings/{meetingId}: a planned meeting as it is to be from now on.</summary>
public sealed record PutMeetingBody
{
    /// <summary>In the future.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    public DateTimeOffset? EndsAt { get; init; }

    public string? Place { get; init; }

    public string? Agenda { get; init; }
}
