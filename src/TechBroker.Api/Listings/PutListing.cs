using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Contracts.Messages;
using TechBroker.Domain;
using TechBroker.Domain.Listings;
using TechBroker.Domain.Vocabularies;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Duplicates;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Listings;

/// <summary>PUT /listings/{id}: a new revision; an open listing is scored again.</summary>
internal static class PutListing
{
    public static void Map(IEndpointRouteBuilder listings) => listings.Put("/{id:guid}", Rules.ChangeListing, HandleAsync)
        .Produces<ListingBody>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428)
        .WithName("putListing").WithSummary("Replace what a listing says");

    private static Task<IResult> HandleAsync(
        Guid id, Body<PutListingBody> body, HttpContext http, Writes writes, VocabularySet vocabularies, ListingAnswers answers, TimeProvider clock)
    {
        var content = body.Value.ToContent(vocabularies);
        return writes.RunAsync(http, session => ReviseAsync(session, id, content, clock.GetUtcNow(), http, answers));
    }

    private static async Task<IResult> ReviseAsync(
        WriteSession session, Guid id, ListingContent content, DateTimeOffset now, HttpContext http, ListingAnswers answers)
    {
        if (await ListingStore.FindAsync(session, id) is not { } listing)
        {
            return Problem.Of(MarketError.NotFound("listing", id));
        }

        if (IfMatch.Check(http, listing.Revision, required: true) is { } stale)
        {
            return stale;
        }

        var approval = await ListingApprovals.OfAsync(session, listing.OrganisationId, session.Actor.AccountId);
        if (!approval.Revise(listing, content, now).Is(out var revised, out var error))
        {
            return Problem.Of(error);
        }

        if (await OwnershipDisputes.FindAsync(session, listing, revised) is { } dispute)
        {
            return Problem.Of(dispute);
        }

        await ListingStore.UpdateAsync(session, revised, AuditActions.Revised);
        session.TellOfReview(listing, revised);
        if (revised.IsOpen)
        {
            await session.PublishAsync(new ListingRevised { ListingId = id, Revision = revised.Revision, At = now }, now);
        }

        return answers.Ok(http, revised);
    }
}
