using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Domain.Deals;

namespace TechBroker.Api.Deals;

/// <summary>POST /deals/{id}/refusal: the office refused to register it, and why.</summary>
internal static class RefuseDeal
{
    public static void Map(IEndpointRouteBuilder deals) => deals
        .Post("/{id:guid}/refusal", Rules.RunDeal, (Guid id, Body<DealRefusalBody> body, HttpContext http, Writes writes, TimeProvider clock) =>
            DealStep.RunAsync(http, writes, clock, id, step => RefuseAsync(step, body.Value)))
        .Produces<DealBody>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422)
        .WithName("refuseDealRegistration").WithSummary("Record that a registration was refused");

    private static Task<IResult> RefuseAsync(DealStep step, DealRefusalBody body)
    {
        var (reason, on) = (body.Reason!.Trim(), body.RefusedOn!.Value);
        return step.SaveAsync(step.Book.RefuseRegistration(reason, on, step.Now), DealAction.Refuse, new() { On = on, Note = reason });
    }
}
