using TechBroker.Domain.Listings;
using TechBroker.Domain.Needs;
using TechBroker.Matching;

namespace TechBroker.Storage.Market;

/// <summary>
/// Whoever reads the market, and what of it: the centre's staff everything; an owner's people their own; everybody what is published
/// and open; who is signed in also the notices of blind needs. What a reader may not see does not exist for them, neither in
/// a list nor in its order, number or filters.
/// </summary>
public sealed record MarketReader
{
    public static readonly MarketReader Anonymous = new();

    /// <summary>The centre's own people: managers, organisers, administrators.</summary>
    public static readonly MarketReader Staff = new() { SignedIn = true, Everything = true };

    public bool SignedIn { get; init; }

    public bool Everything { get; init; }

    public Guid? OrganisationId { get; init; }

    public Guid? AccountId { get; init; }

    /// <summary>Organisations whose hidden needs a conflict of interest closes to one of the centre's people.</summary>
    public IReadOnlyCollection<Guid> Barred { get; init; } = [];

    public bool ReadsInFull(Listing listing) => Everything || listing.IsOpen || Owns(listing.OrganisationId, listing.PostedBy);

    public bool ReadsInFull(Need need) =>
        (Everything && !(need.OrganisationId is { } owner && Barred.Contains(owner)))
        || need is { State: NeedState.Published, Content.Visibility: Visibility.Open }
        || Owns(need.OrganisationId, need.PostedBy);

    /// <summary>What a reader who may not read the need in full reads of it; null where that is nothing.</summary>
    public NeedNotice? NoticeOf(Need need) => SignedIn ? need.ToNotice() : null;

    /// <summary>What a search for needs may find, given the ids of the reader's own hidden needs.</summary>
    public SearchScope ScopeWith(IReadOnlyCollection<Guid> ownHidden) =>
        Everything ? SearchScope.Everything : new SearchScope { Notices = SignedIn, HiddenNeeds = ownHidden };

    internal string? ListingsInFull => Everything ? null : $"(State = 'published' OR {Owns("")})";

    internal string? NeedsInFull => Everything && Barred.Count == 0 ? null
        : Everything ? "(State = 'published' AND Visibility = 'open' OR OrganisationId IS NULL OR OrganisationId NOT IN @ReaderBarred)"
        : $"(State = 'published' AND Visibility = 'open' OR {Owns("")})";

    // Ownership stands in these two places and nowhere else: here for statements, below for records. An organisation's item is its own,
    // whoever of its people entered it; without an organisation it is its poster's.
    internal static string Owns(string alias) =>
        $"({alias}OrganisationId = @ReaderOrganisationId OR ({alias}OrganisationId IS NULL AND {alias}PostedBy = @ReaderAccountId))";

    private bool Owns(Guid? organisationId, Guid? postedBy) =>
        organisationId is null ? postedBy is not null && postedBy == AccountId : organisationId == OrganisationId;
}
