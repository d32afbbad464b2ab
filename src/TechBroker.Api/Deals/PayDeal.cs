using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Domain.Deals;

namespace TechBroker.Api.Deals;

/// <summary>POST /deals/{id}/payments: money that was paid, a line of the ledger.</summary>
internal static class PayDeal
{
    public static void Map(IEndpointRouteBuilder deals) => deals
        .Post("/{id:guid}/payments", Rules.RunDeal, (Guid id, Body<DealPaymentBody> body, HttpContext http, Writes writes, TimeProvider clock) =>
            DealStep.RunAsync(http, writes, clock, id, step => PayAsync(step, body.Value)))
        .Produces<DealBody>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422)
        .WithName("payDeal").WithSummary("Record a payment");

    private static Task<IResult> PayAsync(DealStep step, DealPaymentBody body)
    {
        var (amount, on, note) = (body.Amount!.ToMoney(), body.PaidOn!.Value, Cleaning.Trimmed(body.Note));
        return step.SaveAsync(step.Book.Pay(amount, on, note, step.Caller.AccountId, step.Now), DealAction.Pay, new() { On = on, Amount = amount, Note = note });
    }
}
