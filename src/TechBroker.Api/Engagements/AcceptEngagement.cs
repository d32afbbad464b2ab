using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Domain.Engagements;
using TechBroker.Storage.Engagements;

namespace TechBroker.Api.Engagements;

/// <summary>POST /engagements/{id}/accept: a manager takes on what was dispatched to them.</summary>
internal static class AcceptEngagement
{
    public static void Map(IEndpointRouteBuilder engagements) => engagements
        .Post("/{id:guid}/accept", Rules.RunEngagement, (Guid id, HttpContext http, Writes writes, TimeProvider clock) =>
            EngagementStep.RunAsync(http, writes, clock, id, step => step.SaveAsync(
                step.Engagement.Accept(step.Caller.AccountId, step.Now), EngagementAction.Accept, EngagementDetails.None)))
        .Produces<EngagementBody>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422)
        .WithName("acceptEngagement").WithSummary("Take on an engagement that was dispatched to you");
}
