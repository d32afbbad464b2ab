using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Engagements;

namespace TechBroker.Api.Engagements;

/// <summary>POST /engagements/{id}/close: the manager ends it, and both sides learn why.</summary>
internal static class CloseEngagement
{
    public static void Map(IEndpointRouteBuilder engagements) => engagements
        .Post("/{id:guid}/close", Rules.RunEngagement, (Guid id, Body<EngagementCloseBody> body, HttpContext http, Writes writes, TimeProvider clock) =>
            EngagementStep.RunAsync(http, writes, clock, id, step => CloseAsync(step, body.Value)))
        .Produces<EngagementBody>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422)
        .WithName("closeEngagement").WithSummary("Close with a reason");

    private static async Task<IResult> CloseAsync(EngagementStep step, EngagementCloseBody body)
    {
        if (!step.MayRun)
        {
            return step.RefusedToOthers();
        }

        var (reason, note) = (Codes.Parse<CloseReason>(body.Reason!), Cleaning.Trimmed(body.Note));
        return await step.SaveAsync(step.Engagement.Close(reason, note, step.Now), EngagementAction.Close, new() { Reason = reason, Note = note });
    }
}
