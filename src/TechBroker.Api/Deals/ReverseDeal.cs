using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Domain.Deals;
using TechBroker.Domain.Engagements;
using TechBroker.Storage.Deals;

namespace TechBroker.Api.Deals;

/// <summary>POST /deals/{id}/reversal: it was recorded in error; every line that stands is taken back, and its engagement may be signed anew.</summary>
internal static class ReverseDeal
{
    public static void Map(IEndpointRouteBuilder deals) => deals
        .Post("/{id:guid}/reversal", Rules.RunDeal, (Guid id, Body<DealReversalBody> body, HttpContext http, Writes writes, TimeProvider clock) =>
            DealStep.RunAsync(http, writes, clock, id, step => ReverseAsync(step, body.Value.Reason!.Trim())))
        .Produces<DealBody>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422)
        .WithName("reverseDeal").WithSummary("Take a whole contract back");

    private static async Task<IResult> ReverseAsync(DealStep step, string reason)
    {
        var deal = step.Book.Deal;
        if (await DealStore.FollowerAsync(step.Session, deal.Id) is { } follower)
        {
            return Problem.Of(DealErrors.Followed(follower));
        }

        var outcome = step.Book.Reverse(reason, step.Caller.AccountId, step.Now);
        if (outcome.Error is { } error)
        {
            return Problem.Of(error);
        }

        var (unsigned, refused) = await DealSigning.UnsignAsync(step.Session, deal, step.Now);
        if (refused is not null)
        {
            return Problem.Of(refused);
        }

        var answer = await step.SaveAsync(outcome, DealAction.Reverse, new() { Note = reason });
        await DealSigning.SaveAsync(step.Session, unsigned, EngagementAction.Unsign, deal, step.Caller.AccountId);
        return answer;
    }
}
