using Microsoft.AspNetCore.Http;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Engagements;

namespace TechBroker.Api.Engagements;

/// <summary>A meeting in HTTP's words, for one reader.</summary>
internal static class MeetingMapping
{
    public static string PathOf(Meeting meeting) => $"{EngagementMapping.PathOf(meeting.EngagementId)}/meetings/{meeting.Id}";

    public static MeetingBody ToBody(this Meeting meeting, EngagementReader reader)
    {
        var reads = reader.IsBroker || meeting.Shared || meeting.CreatedBy == reader.AccountId;
        return new MeetingBody
        {
            Id = meeting.Id,
            State = Codes.Of(meeting.State),
            StartsAt = meeting.StartsAt,
            EndsAt = meeting.EndsAt,
            Place = meeting.Place,
            Agenda = meeting.Agenda,
            Note = reads ? meeting.Note : null,
            Outcome = reads ? meeting.Outcome : null,
            Shared = meeting.Shared,
            CancelReason = meeting.CancelReason,
            Sequence = meeting.Sequence,
            CreatedAt = meeting.CreatedAt,
            UpdatedAt = meeting.UpdatedAt,
        };
    }

    /// <summary>Puts the meeting into the engagement's answer, if that is one of success.</summary>
    public static IResult With(this IResult result, Meeting meeting, EngagementReader reader, int status = 200) => result is Answer { Body: EngagementBody body } answer
        ? answer with { Status = status, Body = body with { Meeting = meeting.ToBody(reader) }, Location = status == 201 ? PathOf(meeting) : null }
        : result;
}
