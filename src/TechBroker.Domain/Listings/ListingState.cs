namespace TechBroker.Domain.Listings;

/// <summary>draft → submitted → returned | published ⇄ suspended → reserved → transferred | withdrawn | expired (renewable).</summary>
public enum ListingState
{
    Draft,
    Submitted,
    Returned,
    Published,
    Suspended,
    Reserved,
    Transferred,
    Withdrawn,
    Expired,
}

public enum ListingAction
{
    Submit,
    Return,
    Publish,
    Suspend,
    Reserve,
    Transfer,
    Withdraw,
    Expire,
}
