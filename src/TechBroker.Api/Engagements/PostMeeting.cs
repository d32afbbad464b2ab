using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Domain.Engagements;
using TechBroker.Storage.Engagements;

namespace TechBroker.Api.Engagements;

/// <summary>POST /engagements/{id}/meetings: a meeting that was held takes the engagement on; one that is planned is only announced.</summary>
internal static class PostMeeting
{
    public static void Map(IEndpointRouteBuilder engagements) => engagements
        .Post("/{id:guid}/meetings", Rules.RunEngagement, (Guid id, Body<PostMeetingBody> body, HttpContext http, Writes writes, TimeProvider clock) =>
            EngagementStep.RunAsync(http, writes, clock, id, step => AddAsync(step, body.Value, Guid.NewGuid())))
        .Produces<EngagementBody>(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422)
        .WithName("postMeeting").WithSummary("Record a meeting that was held, or plan one");

    private static async Task<IResult> AddAsync(EngagementStep step, PostMeetingBody body, Guid id)
    {
        if (!step.MayRun)
        {
            return step.RefusedToOthers();
        }

        var draft = new Meeting
        {
            Id = id,
            EngagementId = step.Engagement.Id,
            State = MeetingState.Planned,
            StartsAt = (body.HeldAt ?? body.StartsAt!).Value,
            EndsAt = body.EndsAt,
            Place = Cleaning.Trimmed(body.Place),
            Agenda = Cleaning.Trimmed(body.Agenda),
            Note = Cleaning.Trimmed(body.Note),
            Outcome = Cleaning.Trimmed(body.Outcome),
            Shared = body.Shared ?? false,
            Sequence = 0,
            CreatedBy = step.Caller.AccountId,
            CreatedAt = step.Now,
            UpdatedAt = step.Now,
        };
        var (action, outcome) = body.HeldAt is null
            ? (EngagementAction.Arrange, MeetingSteps.Planned(draft, step.Now))
            : (EngagementAction.Meet, MeetingSteps.Held(draft, step.Now));
        return outcome.Is(out var meeting, out var error)
            ? (await MeetingStep.SaveAsync(step, action, meeting, () => MeetingStore.InsertAsync(step.Session, meeting))).With(meeting, step.File.Reader, 201)
            : Problem.Of(error);
    }
}
