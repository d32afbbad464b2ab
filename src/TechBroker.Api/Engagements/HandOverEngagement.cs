using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Domain.Conflicts;
using TechBroker.Domain.Engagements;
using TechBroker.Storage.Conflicts;

namespace TechBroker.Api.Engagements;

/// <summary>
/// POST /engagements/{id}/hand-over: to another manager without a conflict, which also ends a freeze. Whoever has a conflict may pass it
/// on without seeing the file; another manager may take up what nobody runs or what is frozen.
/// </summary>
internal static class HandOverEngagement
{
    public static void Map(IEndpointRouteBuilder engagements) => engagements
        .Post("/{id:guid}/hand-over", Rules.RunEngagement, (Guid id, Body<EngagementHandOverBody> body, HttpContext http, Writes writes, TimeProvider clock) =>
            EngagementStep.RunAsync(http, writes, clock, id, step => HandOverAsync(step, id, body.Value.ManagerId!.Value), recused: true))
        .Produces<EngagementBody>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422)
        .WithName("handOverEngagement").WithSummary("Hand an engagement over to another manager");

    private static async Task<IResult> HandOverAsync(EngagementStep step, Guid id, Guid to)
    {
        var (engagement, caller) = (step.Engagement, step.Caller);
        var runs = engagement.ManagerId == caller.AccountId;
        if (step.File.Reader.Recused && !runs && !caller.IsOrganiser)
        {
            return Problem.Of(Domain.MarketError.NotFound("engagement", id));
        }

        var takesUp = caller.IsManager && to == caller.AccountId && (engagement.ManagerId is null || engagement.IsFrozen);
        if (step.File.Reader.Side is not null || !(runs || caller.IsOrganiser || takesUp))
        {
            return step.RefusedToOthers();
        }

        // Nobody lifts their own freeze.
        if (runs && to == caller.AccountId)
        {
            return Problem.Of(EngagementErrors.RunsAlready());
        }

        if (await Employment.FindAsync(step.Session, to) is not { IsManager: true })
        {
            return Problem.Invalid([new Fault("managerId", new("没有这位技术经理人，请核对账号编号及其角色。", "There is no such manager; check the account and its roles."))]);
        }

        var conflicts = ConflictFinder.Find(await ConflictChecks.PersonAsync(step.Session, to), step.File.Pair.Listing, step.File.Pair.Need);
        return await step.SaveAsync(engagement.HandOver(to, conflicts, step.Now), EngagementAction.HandOver, new() { ManagerId = to });
    }
}
