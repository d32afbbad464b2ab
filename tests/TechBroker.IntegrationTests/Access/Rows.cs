using TechBroker.Domain.Needs;
using TechBroker.Domain.People;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.Access;

/// <summary>What a request is about, seen from who makes it.</summary>
/// <param name="Name">As in the approved file.</param>
/// <param name="MakeAsync">Makes it anew for a caller; null where such a caller has no such thing.</param>
/// <param name="HiddenFrom">Who must not be able to tell it from what is absent.</param>
internal sealed record Row(string Name, Func<Matrix, Person?, Task<string?>> MakeAsync, params string[] HiddenFrom);

/// <summary>The rows of the matrix for each kind of item.</summary>
internal static class Rows
{
    private static readonly Row Absent = new("absent", (_, _) => Task.FromResult<string?>(Guid.NewGuid().ToString()));

    public static readonly Row[] None = [new("-", (_, _) => Task.FromResult<string?>(""))];

    /// <summary>For pages, which are the same for every id.</summary>
    public static readonly Row[] Anything = [Absent];

    public static readonly Row[] Listings =
    [
        new("own, draft", Own((m, owner) => m.Items.ListingAsync(owner, published: false))),
        new("a colleague's, draft", Colleague((m, owner) => m.Items.ListingAsync(owner, published: false))),
        new("another's, published", Other((m, owner) => m.Items.ListingAsync(owner, published: true))),
        new("another's, draft", Other((m, owner) => m.Items.ListingAsync(owner, published: false)), Callers.Outsiders),
        Absent,
    ];

    /// <summary>With a first release and a picture.</summary>
    public static readonly Row[] ShownListings =
    [
        new("own, draft", Own((m, owner) => m.ShownListingAsync(owner, published: false))),
        new("a colleague's, draft", Colleague((m, owner) => m.ShownListingAsync(owner, published: false))),
        new("another's, published", Other((m, owner) => m.ShownListingAsync(owner, published: true))),
        new("another's, draft", Other((m, owner) => m.ShownListingAsync(owner, published: false)), Callers.Outsiders),
        Absent,
    ];

    public static readonly Row[] Needs =
    [
        new("own, private", Own((m, owner) => m.Items.NeedAsync(owner, Visibility.Private))),
        new("a colleague's, private", Colleague((m, owner) => m.Items.NeedAsync(owner, Visibility.Private))),
        new("another's, open", Other((m, owner) => m.Items.NeedAsync(owner, Visibility.Open))),
        new("another's, blind", Other((m, owner) => m.Items.NeedAsync(owner, Visibility.Blind)), Callers.Anonymous),
        new("another's, private", Other((m, owner) => m.Items.NeedAsync(owner, Visibility.Private)), Callers.Outsiders),
        new("another's, open draft", Other((m, owner) => m.Items.NeedAsync(owner, Visibility.Open, published: false)), Callers.Outsiders),
        Absent,
    ];

    /// <summary>A need and a listing that everybody sees.</summary>
    public static readonly Row[] NeedsWithListing =
    [
        .. Needs.Select(n => new Row(n.Name, async (m, caller) => await n.MakeAsync(m, caller) is { } id ? $"{id}/{await m.Items.ListingAsync(m.People.Third, published: true)}" : null, n.HiddenFrom)),
    ];

    public static readonly Row[] Organisations =
    [
        new("own", (_, caller) => Task.FromResult(caller?.OrganisationId?.ToString())),
        new("another's", (m, _) => Task.FromResult(m.People.Other.OrganisationId?.ToString()), Callers.Anonymous),
        Absent,
    ];

    public static readonly Row[] Imports =
    [
        new("own", Own((m, owner) => m.Items.ImportAsync(owner))),
        new("a colleague's", Colleague((m, owner) => m.Items.ImportAsync(owner))),
        new("another's", Other((m, owner) => m.Items.ImportAsync(owner)), Callers.Outsiders),
        Absent,
    ];

    public static readonly Row[] Engagements =
    [
        new("own need", Own((m, owner) => m.Items.EngagementAsync(m.People.Other, owner, Visibility.Private, m.People.OtherManager))),
        new("a colleague's listing, open need", Colleague((m, owner) => m.Items.EngagementAsync(owner, m.People.Other, Visibility.Open, m.People.OtherManager))),
        new("own listing, blind need", Own((m, owner) => m.Items.EngagementAsync(owner, m.People.Other, Visibility.Blind, m.People.OtherManager))),
        new("own listing, private need", Own((m, owner) => m.Items.EngagementAsync(owner, m.People.Other, Visibility.Private, m.People.OtherManager)), Callers.Outsiders),
        new("run by the caller", async (m, caller) => caller is null ? null : (await m.Items.EngagementAsync(m.People.Other, m.People.Third, Visibility.Blind, caller)).ToString()),
        new("own listing, blind need, proposed by the program", Own((m, owner) => m.Items.ProposedAsync(owner, m.People.Other, Visibility.Blind)), Callers.Outsiders),
        new("own need, proposed by the program", Own((m, owner) => m.Items.ProposedAsync(m.People.Other, owner, Visibility.Blind))),
        new("others', open need", Other((m, owner) => m.Items.EngagementAsync(m.People.Third, owner, Visibility.Open, m.People.OtherManager)), Callers.Outsiders),
        new("others', private need", Other((m, owner) => m.Items.EngagementAsync(m.People.Third, owner, Visibility.Private, m.People.OtherManager)), Callers.Outsiders),
        Absent,
    ];

    /// <summary>A deal with one file that has its id.</summary>
    public static readonly Row[] Evidence =
    [
        new("a deal of the own organisation", Own((m, owner) => m.DealWithEvidenceAsync(owner, m.People.Third))),
        new("another's", Other((m, owner) => m.DealWithEvidenceAsync(owner, m.People.Third)), Callers.Outsiders),
        Absent,
    ];

    public static readonly Row[] Investments = [new("present", (m, _) => Text(m.InvestmentAsync()), Callers.Outsiders), Absent];

    public static readonly Row[] Ceremonies = [new("present", (m, _) => Text(m.CeremonyAsync()), Callers.Outsiders), Absent];

    public static readonly Row[] Deals =
    [
        new("own as seller", Own((m, owner) => m.Items.DealAsync(owner, m.People.Other, m.People.OtherManager))),
        new("a colleague's as buyer", Colleague((m, owner) => m.Items.DealAsync(m.People.Other, owner, m.People.OtherManager))),
        new("run by the caller", async (m, caller) => caller is null ? null : (await m.Items.DealAsync(m.People.Other, m.People.Third, caller)).ToString()),
        new("others'", Other((m, owner) => m.Items.DealAsync(owner, m.People.Third, m.People.OtherManager)), Callers.Outsiders),
        Absent,
    ];

    public static readonly Row[] PendingDeals =
    [
        new("own as seller", Own((m, owner) => m.Items.DealAsync(owner, m.People.Other, m.People.OtherManager, pending: true))),
        new("recorded by the caller", async (m, caller) => caller is null ? null : (await m.Items.DealAsync(m.People.Other, m.People.Third, caller, pending: true)).ToString()),
        new("others'", Other((m, owner) => m.Items.DealAsync(owner, m.People.Third, m.People.OtherManager, pending: true)), Callers.Outsiders),
        Absent,
    ];

    /// <summary>The engagement that a contract is of.</summary>
    public static readonly Row[] Contracts =
    [
        new("of none", (_, _) => Task.FromResult<string?>("")),
        new("of one that the caller runs", async (m, caller) => caller is null ? null : (await m.Items.NegotiationAsync(m.People.Other, m.People.Third, caller)).ToString()),
        new("of another's", async (m, _) => (await m.Items.NegotiationAsync(m.People.Other, m.People.Third, m.People.OtherManager)).ToString()),
        Absent,
    ];

    public static readonly Row[] Duplicates =
    [
        new("own", Own((m, owner) => m.Items.DuplicateAsync(owner, owner))),
        new("a colleague's", Colleague((m, owner) => m.Items.DuplicateAsync(owner, owner))),
        new("own and another's", Own((m, owner) => m.Items.DuplicateAsync(owner, m.People.Other)), Callers.Outsiders),
        new("another's", Other((m, owner) => m.Items.DuplicateAsync(owner, owner)), Callers.Outsiders),
        Absent,
    ];

    public static readonly Row[] Conflicts =
    [
        new("own", Own((m, owner) => m.Items.ConflictAsync(owner))),
        new("another's", (m, _) => Text(m.Items.ConflictAsync(m.People.OtherManager)), [.. Callers.All]),
        Absent,
    ];

    public static readonly Row[] Managers =
    [
        new("oneself", (m, caller) => Task.FromResult(m.NameOf(caller) == "manager" ? caller!.Id.ToString() : null)),
        new("another manager", (m, _) => Text(Task.FromResult(m.People.OtherManager.Id)), Callers.Outsiders),
        new("somebody who is none", (m, _) => Text(Task.FromResult(m.People.Other.Id)), Callers.All),
        Absent,
    ];

    public static readonly Row[] Shifts =
    [
        new("own", Own((m, owner) => m.Items.ShiftAsync(owner))),
        new("another's", (m, _) => Text(m.Items.ShiftAsync(m.People.OtherManager)), Callers.Outsiders),
        Absent,
    ];

    public static readonly Row[] Absences =
    [
        new("own", Own((m, owner) => m.Items.AbsenceAsync(owner))),
        new("another's", (m, _) => Text(m.Items.AbsenceAsync(m.People.OtherManager)), Callers.Outsiders),
        Absent,
    ];

    public static readonly Row[] Notices =
    [
        new("own", Own((m, owner) => m.Items.NoticeAsync(owner))),
        new("another's", Other((m, owner) => m.Items.NoticeAsync(owner)), [.. Callers.All]),
        Absent,
    ];

    public static readonly Row[] Webhooks =
    [
        new("own organisation's", async (m, caller) => caller?.OrganisationId is null ? null : (await m.Items.WebhookAsync(caller.OrganisationId)).ToString()),
        new("another's", Other((m, owner) => m.Items.WebhookAsync(owner.OrganisationId)), Callers.Outsiders),
        new("the centre's", async (m, _) => (await m.Items.WebhookAsync(null)).ToString(), Callers.Outsiders),
        Absent,
    ];

    /// <summary>The webhook is what the rule asks about; the delivery is there.</summary>
    public static readonly Row[] WebhookDeliveries =
    [
        .. Webhooks.Select(w => new Row(w.Name, async (m, caller) => await w.MakeAsync(m, caller) is { } id ? $"{id}/{(w == Absent ? Guid.NewGuid() : await m.Items.DeliveryAsync(Guid.Parse(id)))}" : null, w.HiddenFrom)),
    ];

    public static readonly Row[] Deliveries = [new("any", async (m, _) => (await m.Items.DeliveryAsync(null)).ToString()), Absent];

    public static readonly Row[] Users =
    [
        new("oneself", (_, caller) => Task.FromResult(caller?.Id.ToString())),
        new("a provider", Other((m, _) => m.PersonAsync(Role.Provider)), Callers.Outsiders),
        new("an administrator", Other((m, _) => m.PersonAsync(Role.Admin)), Callers.Outsiders),
        Absent,
    ];

    public static readonly Row[] Sessions =
    [
        new("own", Own((m, owner) => m.Items.SessionAsync(owner))),
        new("another's", Other((m, owner) => m.Items.SessionAsync(owner)), [.. Callers.All]),
        Absent,
    ];

    public static readonly Row[] ApiKeys =
    [
        new("own", Own((m, owner) => m.Items.ApiKeyAsync(owner))),
        new("another's", Other((m, owner) => m.Items.ApiKeyAsync(owner)), [.. Callers.All]),
        Absent,
    ];

    public static readonly Row[] Nowhere = [new("not configured", (_, _) => Task.FromResult<string?>("nowhere"))];

    public static readonly Row[] Parked = [new("present", (m, _) => Text(m.Items.ParkedAsync()), [.. Callers.Outsiders, "manager", "organiser"]), Absent];

    public static readonly Row[] Vocabularies = [new("present", (_, _) => Task.FromResult<string?>("regions")), new("absent", (_, _) => Task.FromResult<string?>("nothing"))];

    /// <summary>For whom something is posted.</summary>
    public static readonly Row[] Owners =
    [
        new("for whom is left open", (_, _) => Task.FromResult<string?>("")),
        new("for the own organisation", (_, caller) => Task.FromResult(caller?.OrganisationId?.ToString())),
        new("for another organisation", (m, _) => Task.FromResult(m.People.Other.OrganisationId?.ToString())),
    ];

    /// <summary>A listing and a need.</summary>
    public static readonly Row[] Pairs =
    [
        new("own listing, another's open need", Pair(true, (m, owner) => m.Items.NeedAsync(owner, Visibility.Open))),
        new("own listing, another's blind need", Pair(true, (m, owner) => m.Items.NeedAsync(owner, Visibility.Blind))),
        new("own listing, another's private need", Pair(true, (m, owner) => m.Items.NeedAsync(owner, Visibility.Private)), Callers.Outsiders),
        new("own listing, another's draft need", Pair(true, (m, owner) => m.Items.NeedAsync(owner, Visibility.Open, published: false)), Callers.Outsiders),
        new("own need, another's published listing", Pair(false, (m, owner) => m.Items.ListingAsync(owner, published: true))),
        new("own need, another's draft listing", Pair(false, (m, owner) => m.Items.ListingAsync(owner, published: false)), Callers.Outsiders),
        new("others' listing and open need", async (m, _) => $"{await m.Items.ListingAsync(m.People.Other, true)} {await m.Items.NeedAsync(m.People.Third, Visibility.Open)}"),
        new("others' listing and private need", async (m, _) => $"{await m.Items.ListingAsync(m.People.Other, true)} {await m.Items.NeedAsync(m.People.Third, Visibility.Private)}", Callers.Outsiders),
        new("absent", async (m, caller) => $"{await m.Items.ListingAsync(caller ?? m.People.Other, true)} {Guid.NewGuid()}"),
    ];

    /// <summary>The same by a path that begins with the listing; whose it is not may not ask, whatever the need.</summary>
    public static readonly Row[] ListingsWithNeed =
    [
        .. Pairs.Where(p => p.Name.StartsWith("own listing", StringComparison.Ordinal) || p.Name == "absent")
            .Select(p => new Row(p.Name, async (m, caller) => (await p.MakeAsync(m, caller))?.Replace(' ', '/'), p.HiddenFrom)),
    ];

    private static Func<Matrix, Person?, Task<string?>> Own(Func<Matrix, Person, Task<Guid>> make) =>
        async (m, caller) => caller is null ? null : (await make(m, caller)).ToString();

    private static Func<Matrix, Person?, Task<string?>> Colleague(Func<Matrix, Person, Task<Guid>> make) =>
        async (m, caller) => caller?.OrganisationId is { } organisation ? (await make(m, m.People.ColleagueOf[organisation])).ToString() : null;

    private static Func<Matrix, Person?, Task<string?>> Other(Func<Matrix, Person, Task<Guid>> make) => async (m, _) => (await make(m, m.People.Other)).ToString();

    private static Func<Matrix, Person?, Task<string?>> Pair(bool ownListing, Func<Matrix, Person, Task<Guid>> others) => async (m, caller) =>
        caller is null ? null
        : ownListing ? $"{await m.Items.ListingAsync(caller, published: true)} {await others(m, m.People.Other)}"
        : $"{await others(m, m.People.Other)} {await m.Items.NeedAsync(caller, Visibility.Private)}";

    private static async Task<string?> Text(Task<Guid> id) => (await id).ToString();
}
