using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Domain.Deals;

namespace TechBroker.Api.Deals;

/// <summary>POST /deals/{id}/termination: it ended before it was performed.</summary>
internal static class TerminateDeal
{
    public static void Map(IEndpointRouteBuilder deals) => deals
        .Post("/{id:guid}/termination", Rules.RunDeal, (Guid id, Body<DealTerminationBody> body, HttpContext http, Writes writes, TimeProvider clock) =>
            DealStep.RunAsync(http, writes, clock, id, step => TerminateAsync(step, body.Value)))
        .Produces<DealBody>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422)
        .WithName("terminateDeal").WithSummary("Record a termination");

    private static Task<IResult> TerminateAsync(DealStep step, DealTerminationBody body)
    {
        var (on, reason) = (body.On!.Value, body.Reason!.Trim());
        return step.SaveAsync(step.Book.End(DealAction.Terminate, on, reason, step.Now), DealAction.Terminate, new() { On = on, Note = reason });
    }
}
