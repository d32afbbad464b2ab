using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Domain.Engagements;

namespace TechBroker.Api.Engagements;

/// <summary>PUT /engagements/{id}/meetings/{meetingId}, …/hold and …/cancel: a planned meeting is moved, takes place or is called off.</summary>
internal static class ChangeMeeting
{
    public static void Map(IEndpointRouteBuilder engagements)
    {
        engagements.Put("/{id:guid}/meetings/{meetingId:guid}", Rules.RunEngagement, PutAsync)
            .Produces<EngagementBody>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428)
            .WithName("putMeeting").WithSummary("Change a planned meeting; If-Match carries the engagement's ETag");
        engagements.Post("/{id:guid}/meetings/{meetingId:guid}/hold", Rules.RunEngagement, HoldAsync)
            .Produces<EngagementBody>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422)
            .WithName("holdMeeting").WithSummary("A planned meeting took place");
        engagements.Post("/{id:guid}/meetings/{meetingId:guid}/cancel", Rules.RunEngagement, CancelAsync)
            .Produces<EngagementBody>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422)
            .WithName("cancelMeeting").WithSummary("Call a planned meeting off");
    }

    private static Task<IResult> PutAsync(Guid id, Guid meetingId, Body<PutMeetingBody> body, HttpContext http, Writes writes, TimeProvider clock) =>
        EngagementStep.RunAsync(
            http,
            writes,
            clock,
            id,
            step => MeetingStep.RunAsync(step, meetingId, EngagementAction.Arrange, meeting => meeting.Change(
                body.Value.StartsAt!.Value, body.Value.EndsAt, Cleaning.Trimmed(body.Value.Place), Cleaning.Trimmed(body.Value.Agenda), step.Now)),
            mustMatch: true);

    private static Task<IResult> HoldAsync(Guid id, Guid meetingId, Body<MeetingHoldBody> body, HttpContext http, Writes writes, TimeProvider clock) =>
        EngagementStep.RunAsync(http, writes, clock, id, step => MeetingStep.RunAsync(step, meetingId, EngagementAction.Meet, meeting => meeting.Hold(
            body.Value.HeldAt!.Value, Cleaning.Trimmed(body.Value.Note), Cleaning.Trimmed(body.Value.Outcome), body.Value.Shared ?? false, step.Now)));

    private static Task<IResult> CancelAsync(Guid id, Guid meetingId, OptionalBody<MeetingCancelBody> body, HttpContext http, Writes writes, TimeProvider clock) =>
        EngagementStep.RunAsync(http, writes, clock, id, step => MeetingStep.RunAsync(
            step, meetingId, EngagementAction.Arrange, meeting => meeting.Cancel(Cleaning.Trimmed(body.Value.Reason), step.Now)));
}
