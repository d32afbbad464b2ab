using TechBroker.Api.Engagements;
using TechBroker.Storage.Conflicts;
using TechBroker.Storage.Duplicates;
using TechBroker.Storage.Engagements;
using TechBroker.Storage.Managers;
using TechBroker.Storage.Market;
using TechBroker.Storage.Notices;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Access;

/// <summary>Who can see that an item exists, besides those it belongs to and the people of the centre.</summary>
internal enum Exposure
{
    Nobody,
    SignedIn,
    Anyone,
}

/// <summary>Whose an item is and who may know of it; nothing of what it says.</summary>
internal sealed record Holding(Exposure Exposure, IReadOnlyList<Guid> Organisations, IReadOnlyList<Guid> Accounts)
{
    /// <summary>Who entered it for its organisation; theirs too as long as they are a manager of the centre.</summary>
    public Guid? EnteredBy { get; init; }

    /// <summary>To be of the centre opens it no more than to anybody else: a person's own affair, or the other side's file in a conflict of interest.</summary>
    public bool IsClosedToCentre { get; init; }

    /// <summary>An organisation's item belongs to it, whoever of its people entered it; without one it is its poster's alone.</summary>
    public static Holding Of(Exposure exposure, Guid? organisationId, Guid? postedBy) =>
        new(exposure, Kind.Of(organisationId), organisationId is null ? Kind.Of(postedBy) : []) { EnteredBy = postedBy };

    public bool BelongsTo(Caller caller) =>
        Accounts.Contains(caller.AccountId)
        || (caller.OrganisationId is { } organisation && Organisations.Contains(organisation))
        || (caller.IsManager && EnteredBy == caller.AccountId);

    public bool IsVisibleTo(Caller? caller) =>
        Exposure is Exposure.Anyone || (caller is not null && (Exposure is Exposure.SignedIn || BelongsTo(caller) || (caller.IsStaff && !IsClosedToCentre)));
}

/// <summary>A kind of item that routes name by its id.</summary>
/// <param name="Name">As in the error code <c>NAME-not-found</c>.</param>
/// <param name="FindAsync">Null where there is none; whoever asks counts only where a conflict of interest may close it to them.</param>
internal sealed record Kind(string Name, Func<SqlSession, Guid, Caller?, Task<Holding?>> FindAsync)
{
    public static readonly Kind Listing = new("listing", async (s, id, _) => await HoldingStore.OfListingAsync(s, id) is { } row
        ? Holding.Of(await LeastAsync(s, HoldingStore.OfListingAsync, row, ExposureOfListing), row.OrganisationId, row.PostedBy)
        : null);

    /// <summary>
    /// Published and open: anyone; published and blind: its public view for whoever is signed in; all else its owner and the centre, but none of the
    /// centre's people whom a conflict of interest keeps from it.
    /// </summary>
    public static readonly Kind Need = new("need", async (s, id, caller) =>
    {
        // An introduction opens it to the other side, private or not, published or not any more. Asked before it is known whether there is
        // such a need, so that a hidden one takes as long as an absent one.
        var disclosed = caller is { IsStaff: false } && await DisclosureStore.IsDisclosedAsync(s, id, caller.OrganisationId, caller.AccountId);
        if (await HoldingStore.OfNeedAsync(s, id) is not { } row)
        {
            return null;
        }

        var exposure = await LeastAsync(s, HoldingStore.OfNeedAsync, row, ExposureOfNeed);
        var closed = caller is { IsStaff: true } && row.Visibility != "open"
            && await ConflictChecks.HidesNeedAsync(s, await ConflictChecks.PersonAsync(s, caller.AccountId, caller.OrganisationId), id);
        if (closed)
        {
            return new Holding(exposure, [], []) { IsClosedToCentre = true };
        }

        return Holding.Of(disclosed && exposure is Exposure.Nobody ? Exposure.SignedIn : exposure, row.OrganisationId, row.PostedBy);
    });

    /// <summary>The directory of organisations is open to whoever is signed in.</summary>
    public static readonly Kind Organisation = new("organisation", async (s, id, _) =>
        await OrganisationStore.FindAsync(s, id) is null ? null : new Holding(Exposure.SignedIn, [id], []));

    public static readonly Kind Import = new("import", async (s, id, _) => await HoldingStore.OfImportAsync(s, id) is { } row
        ? Holding.Of(Exposure.Nobody, row.OrganisationId, row.PostedBy)
        : null);

    /// <summary>Both sides, neither before it may know of it (<see cref="SideSight"/>). What else of it each may see, <see cref="EngagementDesk"/> decides.</summary>
    public static readonly Kind Engagement = new("engagement", async (s, id, _) =>
    {
        if (await EngagementStore.FindAsync(s, id) is not { } engagement || await PairFacts.FindAsync(s, engagement.ListingId, engagement.NeedId) is not { } pair)
        {
            return null;
        }

        var (listing, need) = (
            Holding.Of(Exposure.Nobody, pair.ListingOrganisationId, pair.ListingPostedBy),
            Holding.Of(Exposure.Nobody, pair.NeedOrganisationId, pair.NeedPostedBy));
        var showsToListing = await SideSight.IsOpenToListingAsync(
            s, engagement, pair.NeedVisibility, listing.Organisations is [var organisation] ? organisation : null, listing.Accounts is [var account] ? account : null);
        return showsToListing
            ? new Holding(Exposure.Nobody, [.. listing.Organisations, .. need.Organisations], [.. listing.Accounts, .. need.Accounts])
            : await SideSight.StandsAsync(s, engagement)
            ? new Holding(Exposure.Nobody, need.Organisations, need.Accounts)
            : new Holding(Exposure.Nobody, [], []);
    });

    /// <summary>Its parties, and the centre.</summary>
    public static readonly Kind Deal = new("deal", async (s, id, _) => await HoldingStore.OfDealAsync(s, id) is { Count: > 0 } parties
        ? new Holding(Exposure.Nobody, [.. parties.Select(p => p.OrganisationId).OfType<Guid>()], [.. parties.Select(p => p.AccountId).OfType<Guid>()])
        : null);

    public static readonly Kind Manager = new("manager", async (s, id, _) => await ManagerStore.ExistsAsync(s, id)
        ? new Holding(Exposure.Nobody, [], [id])
        : null);

    public static readonly Kind Shift = new("shift", async (s, id, _) => await DutyStore.FindShiftAsync(s, id) is { } shift
        ? new Holding(Exposure.Nobody, [], [shift.ManagerId])
        : null);

    public static readonly Kind Absence = new("absence", async (s, id, _) => await DutyStore.FindAbsenceAsync(s, id) is { } absence
        ? new Holding(Exposure.Nobody, [], [absence.ManagerId])
        : null);

    /// <summary>Of one owner: theirs, and the centre's. Of two, the centre's alone: each would learn what the other has.</summary>
    public static readonly Kind Duplicate = new("duplicate", async (s, id, caller) =>
    {
        if (await DuplicateStore.FindAsync(s, id) is not { } pair)
        {
            return null;
        }

        var closed = caller is { IsStaff: true }
            && !await DuplicateStore.IsClearAsync(s, id, await ConflictChecks.ConflictedAsync(s, await ConflictChecks.PersonAsync(s, caller.AccountId, caller.OrganisationId)));
        return new Holding(Exposure.Nobody, Of(pair.OwnerId), Of(pair.OwnerId)) { IsClosedToCentre = closed };
    });

    public static readonly Kind Conflict = new("conflict", async (s, id, _) => await ConflictStore.FindAsync(s, id) is { } declaration
        ? new Holding(Exposure.Nobody, [], [declaration.AccountId]) { IsClosedToCentre = true }
        : null);

    private static Exposure ExposureOfListing(HoldingRow row) => row.State == "published" ? Exposure.Anyone : Exposure.Nobody;

    private static Exposure ExposureOfNeed(HoldingRow row) => (row.State, row.Visibility) switch
    {
        ("published", "open") => Exposure.Anyone,
        ("published", "blind") => Exposure.SignedIn,
        _ => Exposure.Nobody,
    };

    // A merged item names the one that took its place, so it is exposed no further than that one.
    private static async Task<Exposure> LeastAsync(SqlSession session, Func<SqlSession, Guid, Task<HoldingRow?>> find, HoldingRow row, Func<HoldingRow, Exposure> of)
    {
        var least = of(row);
        for (var next = row; least > Exposure.Nobody && next.MergedInto is { } kept;)
        {
            next = await find(session, kept) ?? throw new InvalidOperationException($"{kept}, which took the place of another item, is gone.");
            least = of(next) < least ? of(next) : least;
        }

        return least;
    }

    /// <summary>An organisation's, whoever of its people made it; or the centre's.</summary>
    public static readonly Kind Webhook = new("webhook", async (s, id, _) => await WebhookStore.FindAsync(s, id) is { } webhook
        ? new Holding(Exposure.Nobody, Of(webhook.OrganisationId), [])
        : null);

    internal static IReadOnlyList<Guid> Of(Guid? id) => id is { } known ? [known] : [];
}
