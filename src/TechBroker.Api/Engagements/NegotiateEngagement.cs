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

/// <summary>POST /engagements/{id}/negotiate: the sides negotiate, and how the price comes about is settled or changed.</summary>
internal static class NegotiateEngagement
{
    public static void Map(IEndpointRouteBuilder engagements) => engagements
        .Post("/{id:guid}/negotiate", Rules.RunEngagement, (Guid id, Body<EngagementNegotiateBody> body, HttpContext http, Writes writes, TimeProvider clock) =>
            EngagementStep.RunAsync(http, writes, clock, id, step => NegotiateAsync(step, body.Value)))
        .Produces<EngagementBody>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422)
        .WithName("negotiateEngagement").WithSummary("Begin the negotiation with its price mode, or change that");

    private static async Task<IResult> NegotiateAsync(EngagementStep step, EngagementNegotiateBody body)
    {
        var mode = Codes.Parse<PriceMode>(body.PriceMode!);
        return step.MayRun
            ? await step.SaveAsync(step.Engagement.Negotiate(mode, step.Now), EngagementAction.Negotiate, new() { PriceMode = mode, Note = Cleaning.Trimmed(body.Note) })
            : step.RefusedToOthers();
    }
}
