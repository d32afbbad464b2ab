using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Domain.Deals;

namespace TechBroker.Api.Deals;

/// <summary>POST /deals/{id}/completion: it was performed.</summary>
internal static class CompleteDeal
{
    public static void Map(IEndpointRouteBuilder deals) => deals
        .Post("/{id:guid}/completion", Rules.RunDeal, (Guid id, Body<DealCompletionBody> body, HttpContext http, Writes writes, TimeProvider clock) =>
            DealStep.RunAsync(http, writes, clock, id, step =>
                step.SaveAsync(step.Book.End(DealAction.Complete, body.Value.On!.Value, null, step.Now), DealAction.Complete, new() { On = body.Value.On })))
        .Produces<DealBody>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422)
        .WithName("completeDeal").WithSummary("Record that a contract was performed");
}
