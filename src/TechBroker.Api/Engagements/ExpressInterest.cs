using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Domain.Engagements;

namespace TechBroker.Api.Engagements;

/// <summary>POST /engagements/{id}/interest: a side wants to go on; with the other side's interest it is mutual.</summary>
internal static class ExpressInterest
{
    public static void Map(IEndpointRouteBuilder engagements) => engagements
        .Post("/{id:guid}/interest", Rules.TakePart, (Guid id, OptionalBody<EngagementInterestBody> body, HttpContext http, Writes writes, TimeProvider clock) =>
            EngagementStep.RunAsync(http, writes, clock, id, step => InterestAsync(step, body.Value.Side)))
        .Produces<EngagementBody>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422)
        .WithName("expressInterest").WithSummary("Record the interest of a side");

    private static async Task<IResult> InterestAsync(EngagementStep step, string? named) => step.SideOf(named) is var (side, refused) && refused is not null
        ? refused

        // A manager who records it is at work on the engagement, and has thereby taken it on.
        : await step.SaveAsync((step.File.Reader.IsBroker ? step.Engagement.TakenUp() : step.Engagement).Interest(side, step.Now), EngagementAction.Interest, new() { Side = side });
}
