using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Domain;
using TechBroker.Domain.Listings;
using TechBroker.Domain.Showcase;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Showcase;

/// <summary>
/// Who sets pitch and picture of a listing: whoever may change the listing. Where its organisation approves listings, what is on the market is changed by
/// its approver alone, as with the listing itself; taking pitch or picture away is open to all of them, so that the centre keeps its showcase in order.
/// </summary>
internal static class ShowcaseDesk
{
    /// <returns>Null where the listing may get a pitch or a picture from whoever acts.</returns>
    public static async Task<Problem?> RefuseAsync(SqlSession session, Listing? listing, Guid id, Guid accountId)
    {
        if (listing is null)
        {
            return Problem.Of(MarketError.NotFound("listing", id));
        }

        if (ShowcaseErrors.OffTheMarket(listing) is { } gone)
        {
            return Problem.Of(gone);
        }

        var approval = await ListingApprovals.OfAsync(session, listing.OrganisationId, accountId);
        return approval is { Asked: true, ByApprover: false } && listing.IsOpen ? Problem.Of(ShowcaseErrors.NeedsApprover()) : null;
    }

    /// <summary>Whether the caller is told of a first release that is over or still to come.</summary>
    public static async Task<bool> TellsAllAsync(SqlSession session, Caller? caller, Guid listingId) =>
        caller is not null && (caller.IsStaff || (await Kind.Listing.FindAsync(session, listingId, caller))?.BelongsTo(caller) == true);
}
