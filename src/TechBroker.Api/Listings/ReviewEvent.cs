using TechBroker.Domain.Listings;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Listings;

internal static class ReviewEvent
{
    /// <summary>What waits for its organisation's approval, or waited for it until now: whoever has it on screen there sees the change at once.</summary>
    public static void TellOfReview(this WriteSession session, Listing? before, Listing after)
    {
        if (before?.State is ListingState.Submitted || after.State is ListingState.Submitted)
        {
            session.Tell("listingChanged", new { ListingId = after.Id }, after.UpdatedAt, after.OwnerId);
        }
    }
}
