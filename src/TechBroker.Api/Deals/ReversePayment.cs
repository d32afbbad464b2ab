using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Domain.Deals;

namespace TechBroker.Api.Deals;

/// <summary>POST /deals/{id}/payments/{seq}/reversal: takes back a payment that was recorded in error.</summary>
internal static class ReversePayment
{
    public static void Map(IEndpointRouteBuilder deals) => deals
        .Post("/{id:guid}/payments/{seq:int}/reversal", Rules.RunDeal, (Guid id, int seq, Body<DealReversalBody> body, HttpContext http, Writes writes, TimeProvider clock) =>
            DealStep.RunAsync(http, writes, clock, id, step => ReverseAsync(step, seq, body.Value.Reason!.Trim())))
        .Produces<DealBody>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422)
        .WithName("reversePayment").WithSummary("Take a payment back");

    private static Task<IResult> ReverseAsync(DealStep step, int seq, string reason) =>
        step.SaveAsync(step.Book.ReversePayment(seq, reason, step.Caller.AccountId, step.Now), DealAction.ReversePayment, new() { Line = seq, Note = reason });
}
