using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Domain.Deals;
using TechBroker.Domain.Engagements;

namespace TechBroker.Api.Deals;

/// <summary>POST /deals/{id}/approval: a second person lets a large contract come into force, or not.</summary>
internal static class ApproveDeal
{
    public static void Map(IEndpointRouteBuilder deals) => deals
        .Post("/{id:guid}/approval", Rules.ApproveDeal, (Guid id, Body<DealApprovalBody> body, HttpContext http, Writes writes, TimeProvider clock) =>
            DealStep.RunAsync(http, writes, clock, id, step => DecideAsync(step, body.Value)))
        .Produces<DealBody>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422)
        .WithName("approveDeal").WithSummary("Approve or reject a large contract");

    private static async Task<IResult> DecideAsync(DealStep step, DealApprovalBody body)
    {
        var note = Cleaning.Trimmed(body.Note);
        if (body.Approve is false)
        {
            return await step.SaveAsync(step.Book.Reject(step.Caller.AccountId, step.Now), DealAction.Reject, new() { Note = note });
        }

        var outcome = step.Book.Approve(step.Caller.AccountId, step.Now);
        if (outcome.Error is { } error)
        {
            return Problem.Of(error);
        }

        // The engagement may have moved on while the contract waited.
        var (signed, refused) = await DealSigning.SignAsync(step.Session, step.Book.Deal, step.Now);
        if (refused is not null)
        {
            return Problem.Of(refused);
        }

        var answer = await step.SaveAsync(outcome, DealAction.Approve, new() { Note = note });
        await DealSigning.SaveAsync(step.Session, signed, EngagementAction.Sign, step.Book.Deal, step.Caller.AccountId);
        return answer;
    }
}
