using TechBroker.Api.Access;
using TechBroker.Domain.Deals;

namespace TechBroker.Api.Deals;

/// <summary>As whom somebody looks at a contract.</summary>
/// <param name="IsStaff">One of the people of the centre.</param>
/// <param name="Side">The side that the reader belongs to; null for the people of the centre and for strangers.</param>
internal sealed record DealReader(bool IsStaff, DealSide? Side)
{
    /// <summary>The seller's side and the centre; the shares are no affair of the buyer's.</summary>
    public bool ReadsInventors => IsStaff || Side is DealSide.Seller;

    public static DealReader Of(Caller caller, Deal deal) => caller.IsStaff
        ? new DealReader(true, null)
        : new DealReader(false, deal.Buyers.Any(p => IsOf(p, caller)) ? DealSide.Buyer : deal.Sellers.Any(p => IsOf(p, caller)) ? DealSide.Seller : null);

    private static bool IsOf(DealParty party, Caller caller) =>
        party.AccountId == caller.AccountId || (party.OrganisationId is { } organisation && organisation == caller.OrganisationId);
}
