using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Engagements;
using TechBroker.Storage.Engagements;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Engagements;

/// <summary>GET /engagements/{id}/meetings, one of them, and its invitation for a calendar.</summary>
internal static class GetMeetings
{
    public static void Map(IEndpointRouteBuilder engagements)
    {
        engagements.Get("/{id:guid}/meetings", Rules.TakePart, (Guid id, HttpContext http, Database database, CancellationToken ct) =>
                GetEngagements.OpenAsync(id, http, database, ListAsync, ct))
            .Produces<MeetingsBody>().ProducesProblem(404)
            .WithName("listMeetings").WithSummary("The meetings of an engagement, in the order in which they take place");
        engagements.Get("/{id:guid}/meetings/{meetingId:guid}", Rules.TakePart, (Guid id, Guid meetingId, HttpContext http, Database database, CancellationToken ct) =>
                GetEngagements.OpenAsync(id, http, database, (session, file) => OneAsync(session, file, meetingId, BodyAsync), ct))
            .Produces<MeetingBody>().ProducesProblem(404)
            .WithName("getMeeting").WithSummary("Read a meeting; its ETag is the engagement's");
        engagements.Get("/{id:guid}/meetings/{meetingId:guid}/invitation.ics", Rules.TakePart, (Guid id, Guid meetingId, HttpContext http, Database database, CancellationToken ct) =>
                GetEngagements.OpenAsync(id, http, database, (session, file) => OneAsync(session, file, meetingId, (m, f, s) => InvitationAsync(m, f, s, http.Request.PrefersEnglish())), ct))
            .Produces<string>(contentType: "text/calendar").ProducesProblem(404)
            .WithName("getInvitation").WithSummary("A meeting for a calendar (iCalendar, RFC 5545)");
    }

    private static async Task<IResult> ListAsync(SqlSession session, EngagementFile file) =>
        new Answer(200, new MeetingsBody { Items = [.. (await MeetingStore.OfEngagementAsync(session, file.Engagement.Id)).Select(m => m.ToBody(file.Reader))] })
        {
            Revision = file.Engagement.Revision,
        };

    private static async Task<IResult> OneAsync(SqlSession session, EngagementFile file, Guid meetingId, Func<Meeting, EngagementFile, SqlSession, Task<IResult>> answer) =>
        await MeetingStore.FindAsync(session, meetingId) is { } meeting && meeting.EngagementId == file.Engagement.Id
            ? await answer(meeting, file, session)
            : Problem.Of(MarketError.NotFound("meeting", meetingId));

    private static Task<IResult> BodyAsync(Meeting meeting, EngagementFile file, SqlSession session) =>
        Task.FromResult<IResult>(new Answer(200, meeting.ToBody(file.Reader)) { Revision = file.Engagement.Revision });

    private static async Task<IResult> InvitationAsync(Meeting meeting, EngagementFile file, SqlSession session, bool english)
    {
        var listing = await ListingStore.FindAsync(session, file.Engagement.ListingId) ?? throw new InvalidOperationException($"Listing {file.Engagement.ListingId} is gone.");
        var text = Invitation.Write(meeting, Invitation.Summary(listing.Content.Title), english);
        return Results.Bytes(Encoding.UTF8.GetBytes(text), $"text/calendar; charset=utf-8; method={Invitation.MethodOf(meeting)}", "invitation.ics");
    }
}
