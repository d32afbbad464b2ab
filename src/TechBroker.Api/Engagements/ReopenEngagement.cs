using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Domain.Conflicts;
using TechBroker.Domain.Engagements;
using TechBroker.Domain.Listings;
using TechBroker.Domain.Needs;
using TechBroker.Storage.Conflicts;
using TechBroker.Storage.Market;

namespace TechBroker.Api.Engagements;

/// <summary>POST /engagements/{id}/reopen: a closed one goes on, on record, where the two interests stand.</summary>
internal static class ReopenEngagement
{
    public static void Map(IEndpointRouteBuilder engagements) => engagements
        .Post("/{id:guid}/reopen", Rules.RunEngagement, (Guid id, Body<EngagementReopenBody> body, HttpContext http, Writes writes, TimeProvider clock) =>
            EngagementStep.RunAsync(http, writes, clock, id, step => ReopenAsync(step, body.Value.Note)))
        .Produces<EngagementBody>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422)
        .WithName("reopenEngagement").WithSummary("Reopen a closed engagement");

    private static async Task<IResult> ReopenAsync(EngagementStep step, string? note)
    {
        if (!step.MayRun)
        {
            return step.RefusedToOthers();
        }

        if (await ListingStore.FindAsync(step.Session, step.Engagement.ListingId) is not { MergedInto: null } listing || !ListingStates.MayRevise(listing.State))
        {
            return Problem.Of(EngagementErrors.GoneFromMarket("listing"));
        }

        if (await NeedStore.FindAsync(step.Session, step.Engagement.NeedId) is not { MergedInto: null } need || !NeedStates.MayRevise(need.State))
        {
            return Problem.Of(EngagementErrors.GoneFromMarket("need"));
        }

        // An organiser may reopen what a manager runs who has come into a conflict meanwhile.
        IReadOnlyList<ConflictFinding> conflicts = step.Engagement.ManagerId is { } manager
            ? ConflictFinder.Find(await ConflictChecks.PersonAsync(step.Session, manager), step.File.Pair.Listing, step.File.Pair.Need)
            : [];
        return await step.SaveAsync(step.Engagement.Reopen(conflicts, step.Now), EngagementAction.Reopen, new() { Note = Cleaning.Trimmed(note) });
    }
}
