using TechBroker.Domain;
using TechBroker.Domain.Engagements;

namespace TechBroker.Storage.Engagements;

/// <summary>A row of the table Meeting.</summary>
internal sealed record MeetingRow
{
    public required Guid Id { get; init; }

    public required Guid EngagementId { get; init; }

    public required string State { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    public DateTimeOffset? EndsAt { get; init; }

    public string? Place { get; init; }

    public string? Agenda { get; init; }

    public string? Note { get; init; }

    public string? Outcome { get; init; }

    public required bool Shared { get; init; }

    public string? CancelReason { get; init; }

    public required int Sequence { get; init; }

    public required Guid CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public static MeetingRow Of(Meeting meeting) => new()
    {
        Id = meeting.Id,
        EngagementId = meeting.EngagementId,
        State = Codes.Of(meeting.State),
        StartsAt = meeting.StartsAt,
        EndsAt = meeting.EndsAt,
        Place = meeting.Place,
        Agenda = meeting.Agenda,
        Note = meeting.Note,
        Outcome = meeting.Outcome,
        Shared = meeting.Shared,
        CancelReason = meeting.CancelReason,
        Sequence = meeting.Sequence,
        CreatedBy = meeting.CreatedBy,
        CreatedAt = meeting.CreatedAt,
        UpdatedAt = meeting.UpdatedAt,
    };

    public Meeting ToMeeting() => new()
    {
        Id = Id,
        EngagementId = EngagementId,
        State = Codes.Parse<MeetingState>(State),
        StartsAt = StartsAt,
        EndsAt = EndsAt,
        Place = Place,
        Agenda = Agenda,
        Note = Note,
        Outcome = Outcome,
        Shared = Shared,
        CancelReason = CancelReason,
        Sequence = Sequence,
        CreatedBy = CreatedBy,
        CreatedAt = CreatedAt,
        UpdatedAt = UpdatedAt,
    };
}
