using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Domain.Deals;

namespace TechBroker.Api.Deals;

/// <summary>POST /deals/{id}/registration: the office registered it; after a refusal, too.</summary>
internal static class RegisterDeal
{
    public static void Map(IEndpointRouteBuilder deals) => deals
        .Post("/{id:guid}/registration", Rules.RunDeal, (Guid id, Body<DealRegistrationBody> body, HttpContext http, Writes writes, TimeProvider clock) =>
            DealStep.RunAsync(http, writes, clock, id, step => RegisterAsync(step, body.Value)))
        .Produces<DealBody>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422)
        .WithName("registerDeal").WithSummary("Record a contract's registration");

    private static Task<IResult> RegisterAsync(DealStep step, DealRegistrationBody body)
    {
        var (number, on) = (body.Number!.Trim(), body.RegisteredOn!.Value);
        return step.SaveAsync(
            step.Book.Register(number, on, Cleaning.Trimmed(body.Place), step.Caller.AccountId, step.Now), DealAction.Register, new() { On = on, RegistrationNumber = number });
    }
}
