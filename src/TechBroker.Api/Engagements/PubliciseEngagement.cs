using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Engagements;

namespace TechBroker.Api.Engagements;

/// <summary>POST /engagements/{id}/publicity: a negotiated price is made public, and its clock runs.</summary>
internal static class PubliciseEngagement
{
    public static void Map(IEndpointRouteBuilder engagements) => engagements
        .Post("/{id:guid}/publicity", Rules.RunEngagement, (Guid id, Body<EngagementPublicityBody> body, EngagementOptions options, HttpContext http, Writes writes, TimeProvider clock) =>
            EngagementStep.RunAsync(http, writes, clock, id, step => PubliciseAsync(step, body.Value, options.PublicityDays)))
        .Produces<EngagementBody>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422)
        .WithName("publiciseEngagement").WithSummary("Make the negotiated price public with the listing's title");

    private static async Task<IResult> PubliciseAsync(EngagementStep step, EngagementPublicityBody body, int leastDays)
    {
        if (!step.MayRun)
        {
            return step.RefusedToOthers();
        }

        var today = CentreDay.Of(step.Now);
        var (price, from, days) = (new Money(body.Price!.Currency!, body.Price.MinorUnits!.Value), body.From ?? today, body.Days ?? leastDays);

        // What is out of order is said first: with other dates it would be no better.
        var publicised = step.Engagement.Publicise(price, from, days, step.Now);
        return publicised.Error is null && PublicityTerms.Fault(from, days, leastDays, today) is { } fault
            ? Problem.Of(fault)
            : await step.SaveAsync(publicised, EngagementAction.Publicise, new() { Price = price, On = from, Days = days });
    }
}
