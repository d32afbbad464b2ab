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

/// <summary>POST /engagements/{id}/decline: a side says no, and the other side learns why.</summary>
internal static class DeclineEngagement
{
    public static void Map(IEndpointRouteBuilder engagements) => engagements
        .Post("/{id:guid}/decline", Rules.TakePart, (Guid id, Body<EngagementDeclineBody> body, HttpContext http, Writes writes, TimeProvider clock) =>
            EngagementStep.RunAsync(http, writes, clock, id, step => DeclineAsync(step, body.Value)))
        .Produces<EngagementBody>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422)
        .WithName("declineEngagement").WithSummary("Decline with a reason");

    private static async Task<IResult> DeclineAsync(EngagementStep step, EngagementDeclineBody body)
    {
        if (step.SideOf(body.Side) is var (side, refused) && refused is not null)
        {
            return refused;
        }

        var (reason, note) = (Codes.Parse<CloseReason>(body.Reason!), Cleaning.Trimmed(body.Note));
        return await step.SaveAsync(
            step.Engagement.Decline(side, reason, note, step.Now), EngagementAction.Decline, new() { Side = side, Reason = reason, Note = note });
    }
}
