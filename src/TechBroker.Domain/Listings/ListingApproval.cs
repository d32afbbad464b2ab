namespace TechBroker.Domain.Listings;

/// <summary>
/// What an organisation's own approval means for what somebody wants to do with its listing. Nobody stands in for the approver: neither
/// the centre's managers, who post on the organisation's behalf, nor its organisers and administrators.
/// </summary>
/// <param name="Asked">The organisation approves its listings before they are published.</param>
/// <param name="ByApprover">Whoever acts is that organisation's approver.</param>
public sealed record ListingApproval(bool Asked, bool ByApprover)
{
    /// <summary>Of an organisation that approves nothing, and of what belongs to no organisation.</summary>
    public static readonly ListingApproval None = new(Asked: false, ByApprover: false);

    private static readonly MarketError NotAsked = new("approval-not-asked", ErrorKind.Conflict, new(
        "该成果无需本单位审核，请直接发布（POST …/publish）。", "This listing needs no approval; publish it (POST …/publish)."));

    private static readonly MarketError Waiting = new("approval-awaited", ErrorKind.Conflict, new(
        "该成果已提交，正等待本单位审核人员发布或退回。", "The listing has been submitted; its organisation's approver publishes it or returns it."));

    private static readonly MarketError NotTheApprover = new("not-the-approver", ErrorKind.Forbidden, new(
        "只有成果所属单位的审核人员可以退回；需要修改请与其联系。", "Only the approver of the listing's organisation returns it; turn to them."));

    private static readonly MarketError ApprovedAsItIs = new("approval-before-change", ErrorKind.Conflict, new(
        "该成果是经本单位审核后发布的，不能直接修改：请先暂停（…/suspend），修改后重新提交（…/submit）；或请审核人员修改。",
        "This listing is on the market as its organisation approved it. Suspend it (…/suspend), change it and submit it again (…/submit), or have the approver change it."));

    /// <summary>Publishing is submitting for whoever is not the approver.</summary>
    public Outcome<Listing> Do(Listing listing, ListingAction action, DateTimeOffset now, int lifetimeDays) => action switch
    {
        ListingAction.Submit when !Asked => NotAsked,
        ListingAction.Publish when Asked && !ByApprover => Submit(listing, now, lifetimeDays),
        _ => listing.Do(action, now, lifetimeDays),
    };

    public Outcome<Listing> Return(Listing listing, string reason, DateTimeOffset now) => ByApprover ? listing.Return(reason, now) : NotTheApprover;

    /// <summary>
    /// What is on the market stays as it was approved. It is not taken off by a change either: buyers would lose sight of it over a comma,
    /// and whoever changes it would learn that too late.
    /// </summary>
    public Outcome<Listing> Revise(Listing listing, ListingContent content, DateTimeOffset now) =>
        Asked && !ByApprover && listing.IsOpen ? ApprovedAsItIs : listing.Revise(content, now);

    private static Outcome<Listing> Submit(Listing listing, DateTimeOffset now, int lifetimeDays) =>
        listing.State is ListingState.Submitted ? Waiting
        : listing.IsOpen ? MarketError.WrongState("listing", listing.State, ListingAction.Publish)
        : listing.Do(ListingAction.Submit, now, lifetimeDays);
}
