using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Domain.Engagements;
using TechBroker.Storage.Engagements;

namespace TechBroker.Api.Engagements;

/// <summary>POST /engagements/{id}/introduce: the two sides learn of each other; the disclosure is written in the same transaction.</summary>
internal static class IntroduceEngagement
{
    public static void Map(IEndpointRouteBuilder engagements) => engagements
        .Post("/{id:guid}/introduce", Rules.RunEngagement, (Guid id, HttpContext http, Writes writes, TimeProvider clock) =>
            EngagementStep.RunAsync(http, writes, clock, id, IntroduceAsync))
        .Produces<EngagementBody>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422)
        .WithName("introduceEngagement").WithSummary("Introduce the two sides to each other");

    private static async Task<IResult> IntroduceAsync(EngagementStep step) => !step.Caller.IsManager
        ? step.RefusedToOthers()
        : await step.SaveAsync(
            step.Engagement.Introduce(step.Caller.AccountId, step.File.Conflicts, step.Now), EngagementAction.Introduce, EngagementDetails.None, () => DiscloseAsync(step));

    // To the unit, not to its people one by one: who leaves it stops reading. A listing without a unit is its poster's alone.
    private static Task DiscloseAsync(EngagementStep step) => step.File.Pair is { ListingOrganisationId: null, ListingPostedBy: null }
        ? Task.CompletedTask
        : DisclosureStore.RecordAsync(step.Session, new Disclosure
        {
            Id = Guid.NewGuid(),
            EngagementId = step.Engagement.Id,
            NeedId = step.Engagement.NeedId,
            ToOrganisationId = step.File.Pair.ListingOrganisationId,
            ToAccountId = step.File.Pair.ListingOrganisationId is null ? step.File.Pair.ListingPostedBy : null,
            ByAccountId = step.Caller.AccountId,
            At = step.Now,
        });
}
