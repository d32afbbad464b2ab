using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Domain.Deals;

namespace TechBroker.Api.Deals;

/// <summary>POST /deals/{id}/breach: a party broke it.</summary>
internal static class BreachDeal
{
    public static void Map(IEndpointRouteBuilder deals) => deals
        .Post("/{id:guid}/breach", Rules.RunDeal, (Guid id, Body<DealBreachBody> body, HttpContext http, Writes writes, TimeProvider clock) =>
            DealStep.RunAsync(http, writes, clock, id, step => BreachAsync(step, body.Value)))
        .Produces<DealBody>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422)
        .WithName("breachDeal").WithSummary("Record a breach");

    private static Task<IResult> BreachAsync(DealStep step, DealBreachBody body)
    {
        var (on, note) = (body.On!.Value, body.Note!.Trim());
        return step.SaveAsync(step.Book.End(DealAction.Breach, on, note, step.Now), DealAction.Breach, new() { On = on, Note = note });
    }
}
