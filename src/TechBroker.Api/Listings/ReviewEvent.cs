using TechBroker.Domain.Listings;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Listings;

internal static class ReviewEvent
{
    /// <summary>Submitted, returned or approved: whoever waits for that step in the same organisation sees it at once.</summary>
    public static void TellOfReview(this WriteSession session, Listing listing) =>
        session.Tell("listingChanged", new { ListingId = listing.Id }, listing.UpdatedAt, listing.OrganisationId ?? listing.PostedBy);
}
