using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Storage.Duplicates;

namespace TechBroker.Api.Duplicates;

/// <summary>
/// POST /duplicates/{id}/merge: one goes on, the other leaves the market, keeps its id and says where it went; its engagements go along, but
/// for the signed.
/// </summary>
internal static class MergeDuplicate
{
    public static void Map(IEndpointRouteBuilder duplicates) => duplicates
        .Post("/{id:guid}/merge", Rules.MergeDuplicate, (Guid id, Body<DuplicateMergeBody> body, HttpContext http, Writes writes, TimeProvider clock) =>
            DuplicateStep.RunAsync(http, writes, clock, id, step => MergeAsync(step, body.Value.Keep!.Value)))
        .Produces<DuplicateBody>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
        .WithName("mergeDuplicate").WithSummary("Merge two of one owner; can be taken back");

    private static async Task<IResult> MergeAsync(DuplicateStep step, Guid keepId)
    {
        if (!step.Pair.Merge(keepId, step.Caller.AccountId, step.Now).Is(out var merged, out var error))
        {
            return Problem.Of(error);
        }

        if (await MergedItems.MergeAsync(step.Session, merged, step.Now) is { } refused)
        {
            return Problem.Of(refused);
        }

        return await step.SaveAsync(merged, "merged", async pair =>
        {
            var engagements = await EngagementMerge.MoveAsync(step.Session, pair.Id, MergedItems.SideOf(pair), pair.MergedId, keepId, step.Now);
            return pair.ToBody() with
            {
                MovedEngagements = await step.VisibleAsync(engagements.Where(e => !e.Closed).Select(e => e.Engagement)),
                ClosedEngagements = await step.VisibleAsync(engagements.Where(e => e.Closed).Select(e => e.Engagement)),
            };
        });
    }
}
