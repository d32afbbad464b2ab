using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Domain.Engagements;

namespace TechBroker.Api.Engagements;

/// <summary>POST /engagements/{id}/objections: the centre writes down what arrived; the publicity's clock starts anew on that day.</summary>
internal static class ObjectToPublicity
{
    public static void Map(IEndpointRouteBuilder engagements) => engagements
        .Post("/{id:guid}/objections", Rules.RunEngagement, (Guid id, Body<EngagementObjectionBody> body, HttpContext http, Writes writes, TimeProvider clock) =>
            EngagementStep.RunAsync(http, writes, clock, id, step => ObjectAsync(step, body.Value)))
        .Produces<EngagementBody>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422)
        .WithName("postObjection").WithSummary("Record an objection to what was made public, which starts its clock anew");

    private static async Task<IResult> ObjectAsync(EngagementStep step, EngagementObjectionBody body)
    {
        var on = body.ReceivedOn!.Value;
        return step.MayRun
            ? await step.SaveAsync(step.Engagement.Object(on, step.Now), EngagementAction.Object, new() { On = on, Note = body.Text!.Trim() })
            : step.RefusedToOthers();
    }
}
