namespace TechBroker.Domain.Engagements;

/// <summary>What can happen to a meeting. Whether the engagement allows it is decided there (<see cref="EngagementSteps"/>).</summary>
public static class MeetingSteps
{
    /// <summary>The clocks of those who write down a meeting that has just begun need not agree with this one.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>A new one that lies ahead.</summary>
    public static Outcome<Meeting> Planned(Meeting draft, DateTimeOffset now) =>
        draft.StartsAt <= now ? MeetingErrors.NotAhead() : draft with { State = MeetingState.Planned, Sequence = 0, CreatedAt = now, UpdatedAt = now };

    /// <summary>One that took place without an invitation from here.</summary>
    public static Outcome<Meeting> Held(Meeting draft, DateTimeOffset now) =>
        draft.StartsAt > now + Skew ? MeetingErrors.InFuture() : draft with { State = MeetingState.Held, Sequence = 0, CreatedAt = now, UpdatedAt = now };

    /// <summary>To another time or place, with another agenda; whoever was invited gets a newer invitation.</summary>
    public static Outcome<Meeting> Change(this Meeting meeting, DateTimeOffset startsAt, DateTimeOffset? endsAt, string? place, string? agenda, DateTimeOffset now) =>
        meeting.State is not MeetingState.Planned ? MeetingErrors.NotPlanned(meeting.State)
        : startsAt <= now ? MeetingErrors.NotAhead()
        : meeting with { StartsAt = startsAt, EndsAt = endsAt, Place = place, Agenda = agenda, Sequence = meeting.Sequence + 1, UpdatedAt = now };

    /// <summary>The planned one took place, perhaps at another time.</summary>
    public static Outcome<Meeting> Hold(this Meeting meeting, DateTimeOffset heldAt, string? note, string? outcome, bool shared, DateTimeOffset now) =>
        meeting.State is not MeetingState.Planned ? MeetingErrors.NotPlanned(meeting.State)
        : heldAt > now + Skew ? MeetingErrors.InFuture()
        : meeting with
        {
            State = MeetingState.Held,
            StartsAt = heldAt,
            EndsAt = meeting.EndsAt > heldAt ? meeting.EndsAt : null,
            Note = note,
            Outcome = outcome,
            Shared = shared,
            UpdatedAt = now,
        };

    public static Outcome<Meeting> Cancel(this Meeting meeting, string? reason, DateTimeOffset now) =>
        meeting.State is not MeetingState.Planned
            ? MeetingErrors.NotPlanned(meeting.State)
            : meeting with { State = MeetingState.Cancelled, CancelReason = reason, Sequence = meeting.Sequence + 1, UpdatedAt = now };
}
