using TechBroker.Domain.Listings;
using TechBroker.Domain.Needs;

namespace TechBroker.Storage.Audit;

/// <summary>What the audit record says was done: the second part of <c>listing.published</c>.</summary>
public static class AuditActions
{
    public const string Revised = "revised";

    /// <summary>Put back into matching, or taken out of it.</summary>
    public static string Matched(bool matched) => matched ? "matched" : "unmatched";

    public static string Done(this ListingAction action) => action switch
    {
        ListingAction.Submit => "submitted",
        ListingAction.Return => "returned",
        ListingAction.Publish => "published",
        ListingAction.Suspend => "suspended",
        ListingAction.Reserve => "reserved",
        ListingAction.Transfer => "transferred",
        ListingAction.Withdraw => "withdrawn",
        ListingAction.Expire => "expired",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
    };

    public static string Done(this NeedAction action) => action switch
    {
        NeedAction.Submit => "submitted",
        NeedAction.Return => "returned",
        NeedAction.Publish => "published",
        NeedAction.Negotiate => "negotiated",
        NeedAction.Satisfy => "satisfied",
        NeedAction.Withdraw => "withdrawn",
        NeedAction.Expire => "expired",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
    };
}
