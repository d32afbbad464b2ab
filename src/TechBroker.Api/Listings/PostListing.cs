using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.Organisations;
using TechBroker.Contracts.Http;
using TechBroker.Contracts.Messages;
using TechBroker.Domain.Listings;
using TechBroker.Domain.Vocabularies;
using TechBroker.Storage.Duplicates;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Listings;

/// <summary>POST /listings: a draft, or with <c>publish</c> an open listing and its <see cref="ListingPublished"/> in one commit; a submitted one where its organisation approves first.</summary>
internal static class PostListing
{
    public static void Map(IEndpointRouteBuilder listings) => listings.Post("", Rules.AddListing, HandleAsync)
        .Produces<ListingBody>(201).ProducesProblem(400).ProducesProblem(409).ProducesProblem(413).ProducesProblem(422)
        .WithName("postListing").WithSummary("Add a listing");

    private static Task<IResult> HandleAsync(
        Body<PostListingBody> body, HttpContext http, Writes writes, VocabularySet vocabularies, ListingAnswers answers, ApiOptions options, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var caller = Caller.Required(http);
        var (owner, refused) = Owner.Of(caller, body.Value.OrganisationId);
        if (refused is not null)
        {
            return Task.FromResult<IResult>(Problem.Of(refused));
        }

        var draft = Listing.Draft(Guid.NewGuid(), body.Value.ToContent(vocabularies), owner, now, postedBy: caller.AccountId);
        return writes.RunAsync(http, session => InsertAsync(session, draft, body.Value.Publish is true, options.ListingLifetimeDays, now, l => answers.Created(http, l)));
    }

    private static async Task<IResult> InsertAsync(
        WriteSession session, Listing draft, bool publish, int lifetimeDays, DateTimeOffset now, Func<Listing, Answer> created)
    {
        if (await Owner.RefuseAsync(session, draft.OrganisationId) is { } refused)
        {
            return refused;
        }

        // Published at once, it is still its first revision: there was no draft that anybody saw.
        var listing = draft;
        if (publish)
        {
            var approval = await ListingApprovals.OfAsync(session, draft.OrganisationId, draft.PostedBy);
            if (!approval.Do(draft, ListingAction.Publish, now, lifetimeDays).Is(out var published, out var error))
            {
                return Problem.Of(error);
            }

            if (await OwnershipDisputes.FindAsync(session, before: null, published) is { } dispute)
            {
                return Problem.Of(dispute);
            }

            listing = published with { Revision = 1 };
        }

        listing = await ListingStore.InsertAsync(session, listing);
        session.TellOfReview(before: null, listing);
        if (listing.IsOpen)
        {
            await session.PublishAsync(new ListingPublished { ListingId = listing.Id, Revision = listing.Revision, At = now }, now);
        }

        return created(listing);
    }
}
