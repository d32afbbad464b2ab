using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Storage.Duplicates;

namespace TechBroker.Api.Duplicates;

/// <summary>POST /duplicates/{id}/unmerge: the merged one comes back as it was, with the engagements that nobody has touched since.</summary>
internal static class UnmergeDuplicate
{
    public static void Map(IEndpointRouteBuilder duplicates) => duplicates
        .Post("/{id:guid}/unmerge", Rules.MergeDuplicate, (Guid id, HttpContext http, Writes writes, TimeProvider clock) =>
            DuplicateStep.RunAsync(http, writes, clock, id, UnmergeAsync))
        .Produces<DuplicateBody>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409)
        .WithName("unmergeDuplicate").WithSummary("Take a merge back");

    private static async Task<IResult> UnmergeAsync(DuplicateStep step)
    {
        if (!step.Pair.Unmerge(step.Caller.AccountId, step.Now).Is(out var open, out var error))
        {
            return Problem.Of(error);
        }

        if (await MergedItems.UnmergeAsync(step.Session, step.Pair, step.Now) is { } refused)
        {
            return Problem.Of(refused);
        }

        return await step.SaveAsync(open, "unmerged", async pair =>
        {
            var engagements = await EngagementMerge.MoveBackAsync(step.Session, pair.Id, MergedItems.SideOf(pair), step.Now);
            return pair.ToBody() with
            {
                MovedEngagements = await step.VisibleAsync(engagements.Where(e => e.Back).Select(e => e.Engagement)),
                StayingEngagements = await step.VisibleAsync(engagements.Where(e => !e.Back).Select(e => e.Engagement)),
            };
        });
    }
}
