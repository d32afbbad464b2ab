using TechBroker.Domain.Listings;

namespace TechBroker.Domain.Showcase;

/// <summary>Refusals around the showcase, each with what to do instead.</summary>
public static class ShowcaseErrors
{
    public static MarketError None(Guid listingId) => new("first-release-not-found", ErrorKind.NotFound, new(
        $"成果 {listingId} 没有设置首发。", $"Listing {listingId} has no first release."));

    public static MarketError EndedAlready() => new("first-release-ended", ErrorKind.Conflict, new(
        "该首发已经结束；需要重新上架请直接保存首发信息。", "This first release has ended already; set it again to renew it."));

    public static MarketError TooFarAhead() => new("first-release-too-far", ErrorKind.Rule, new(
        "首发日期最晚可设在一年之内，请提前日期。", "A first release may begin within a year from today; choose an earlier day."));

    /// <summary>Pitch and picture are seen beside what the organisation approved, and are its statement as well.</summary>
    public static MarketError NeedsApprover() => new("approval-before-showing", ErrorKind.Conflict, new(
        "该成果是经本单位审核后发布的，首发信息和图片请由本单位审核人员设置；或先暂停成果（…/suspend），修改后重新提交（…/submit）。",
        "This listing is on the market as its organisation approved it: have its approver set pitch and picture, or suspend it (…/suspend), change them and submit it again (…/submit)."));

    /// <summary>Null where it is, or may come, on the market.</summary>
    public static MarketError? OffTheMarket(Listing listing) => listing.State is ListingState.Withdrawn or ListingState.Transferred
        ? MarketError.WrongState("listing", listing.State, new Text("首发展示", "show"))
        : null;
}
