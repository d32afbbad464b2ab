using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Contracts.Messages;
using TechBroker.Domain;
using TechBroker.Domain.Listings;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Duplicates;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Listings;

/// <summary>
/// POST /listings/{id}/submit, /publish, /suspend and /withdraw: one step from state to state; If-Match is checked where it is sent. An
/// approver has to send it: approved is what they have read, not what somebody made of it meanwhile.
/// </summary>
internal static class StepListing
{
    public static void Map(IEndpointRouteBuilder listings)
    {
        Map("submit", ListingAction.Submit, "Hand a listing to its organisation's approver");
        Map("publish", ListingAction.Publish, "Open a listing to matching, or renew an expired one; where its organisation approves first, anybody but its approver submits it");
        Map("suspend", ListingAction.Suspend, "Take a listing off the market for a while");
        Map("withdraw", ListingAction.Withdraw, "Take a listing off the market for good");

        void Map(string name, ListingAction action, string summary) => listings
            .Post($"/{{id:guid}}/{name}", Rules.ChangeListing, (Guid id, HttpContext http, Writes writes, ListingAnswers answers, ApiOptions options, TimeProvider clock) =>
                writes.RunAsync(http, session => StepAsync(session, id, action, options.ListingLifetimeDays, clock.GetUtcNow(), http, answers)))
            .Produces<ListingBody>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428)
            .WithName($"{name}Listing").WithSummary(summary);
    }

    private static async Task<IResult> StepAsync(
        WriteSession session, Guid id, ListingAction action, int lifetimeDays, DateTimeOffset now, HttpContext http, ListingAnswers answers)
    {
        if (await ListingStore.FindAsync(session, id) is not { } listing)
        {
            return Problem.Of(MarketError.NotFound("listing", id));
        }

        var approval = await ListingApprovals.OfAsync(session, listing.OrganisationId, session.Actor.AccountId);
        var approves = action is ListingAction.Publish && listing.State is ListingState.Submitted && approval is { Asked: true, ByApprover: true };
        if (IfMatch.Check(http, listing.Revision, required: approves) is { } stale)
        {
            return stale;
        }

        if (!approval.Do(listing, action, now, lifetimeDays).Is(out var moved, out var error))
        {
            return Problem.Of(error);
        }

        if (await OwnershipDisputes.FindAsync(session, listing, moved) is { } dispute)
        {
            return Problem.Of(dispute);
        }

        await ListingStore.UpdateAsync(session, moved, moved.State is ListingState.Submitted ? ListingAction.Submit.Done() : action.Done());
        session.TellOfReview(listing, moved);
        if (moved.IsOpen)
        {
            await session.PublishAsync(new ListingPublished { ListingId = id, Revision = moved.Revision, At = now }, now);
        }
        else if (listing.IsOpen)
        {
            await session.PublishAsync(new ListingClosed { ListingId = id, Revision = moved.Revision, At = now }, now);
        }

        return answers.Ok(http, moved);
    }
}
