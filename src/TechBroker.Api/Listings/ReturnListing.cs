using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Listings;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Listings;

/// <summary>POST /listings/{id}/return: the organisation's approver sends it back. The reason stands on the listing, not in the audit record.</summary>
internal static class ReturnListing
{
    public static void Map(IEndpointRouteBuilder listings) => listings
        .Post("/{id:guid}/return", Rules.ChangeListing, (Guid id, Body<ReturnListingBody> body, HttpContext http, Writes writes, ListingAnswers answers, TimeProvider clock) =>
            writes.RunAsync(http, session => ReturnAsync(session, id, body.Value.Reason!.Trim(), clock.GetUtcNow(), http, answers)))
        .Produces<ListingBody>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412)
        .WithName("returnListing").WithSummary("As the organisation's approver, send a submitted listing back with what has to change");

    private static async Task<IResult> ReturnAsync(WriteSession session, Guid id, string reason, DateTimeOffset now, HttpContext http, ListingAnswers answers)
    {
        if (await ListingStore.FindAsync(session, id) is not { } listing)
        {
            return Problem.Of(MarketError.NotFound("listing", id));
        }

        var approval = await ListingApprovals.OfAsync(session, listing.OrganisationId, session.Actor.AccountId);
        if (IfMatch.Check(http, listing.Revision, required: false) is { } stale)
        {
            return stale;
        }

        if (!approval.Return(listing, reason, now).Is(out var returned, out var error))
        {
            return Problem.Of(error);
        }

        await ListingStore.UpdateAsync(session, returned, ListingAction.Return.Done());
        session.TellOfReview(listing, returned);
        return answers.Ok(http, returned);
    }
}

internal sealed class ReturnListingValidator : AbstractValidator<ReturnListingBody>
{
    public ReturnListingValidator()
    {
        RuleFor(r => r.Reason).Required("退回原因", "The reason");
        RuleFor(r => r.Reason).PlainText(1_000);
    }
}
