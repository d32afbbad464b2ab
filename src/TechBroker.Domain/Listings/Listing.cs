using TechBroker.Domain.Duplicates;
using static TechBroker.Domain.Listings.ListingState;

namespace TechBroker.Domain.Listings;

/// <summary>A transferable result that a university or institute offers. Every change makes a new revision.</summary>
public sealed record Listing
{
    public required Guid Id { get; init; }

    public required int Revision { get; init; }

    public required ListingState State { get; init; }

    public required ListingContent Content { get; init; }

    public Guid? OrganisationId { get; init; }

    /// <summary>Who entered it; without an organisation it is theirs alone.</summary>
    public Guid? PostedBy { get; init; }

    /// <summary>Organisation or, without one, person; null where it is nobody's.</summary>
    public Guid? OwnerId => OrganisationId ?? PostedBy;

    public string? ExternalRef { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public DateOnly? ExpiresOn { get; init; }

    /// <summary>False where its poster objects to automated matching: it is read and searched, but in nobody's matches.</summary>
    public bool Matched { get; init; } = true;

    /// <summary>What the organisation's approver asks to have changed, until it is submitted again.</summary>
    public string? ReturnReason { get; init; }

    /// <summary>Only an open listing is ranked, searched by others and counted in corpus statistics.</summary>
    public bool IsOpen => State is Published && MergedInto is null;

    /// <summary>The duplicate that took its place. Its state stays, but it is off the market, and its text does not change.</summary>
    public Guid? MergedInto { get; init; }

    public static Listing Draft(Guid id, ListingContent content, Guid? organisationId, DateTimeOffset now, string? externalRef = null, Guid? postedBy = null) => new()
    {
        Id = id,
        Revision = 1,
        State = ListingState.Draft,
        Content = content,
        OrganisationId = organisationId,
        PostedBy = postedBy,
        ExternalRef = externalRef,
        CreatedAt = now,
        UpdatedAt = now,
    };

    public Outcome<Listing> Do(ListingAction action, DateTimeOffset now, int lifetimeDays)
    {
        if (MergedInto is { } kept && action is not ListingAction.Withdraw)
        {
            return DuplicateErrors.Merged("listing", kept);
        }

        if (ListingStates.After(State, action) is not { } next)
        {
            return MarketError.WrongState("listing", State, action);
        }

        var moved = this with { State = next, MergedInto = null, Revision = Revision + 1, UpdatedAt = now, ReturnReason = null };
        return action is ListingAction.Publish
            ? moved with { PublishedAt = PublishedAt ?? now, ExpiresOn = DateOnly.FromDateTime(now.UtcDateTime).AddDays(lifetimeDays) }
            : moved;
    }

    /// <summary>Back to its people, with what has to change before it can be published.</summary>
    public Outcome<Listing> Return(string reason, DateTimeOffset now) =>
        Do(ListingAction.Return, now, lifetimeDays: 0).Is(out var returned, out var error) ? returned with { ReturnReason = reason } : error;

    /// <summary>Off the market, and back with null. A new revision, so that no score of the one before counts any longer.</summary>
    public Listing Merge(Guid? into, DateTimeOffset now) => this with { MergedInto = into, Revision = Revision + 1, UpdatedAt = now };

    /// <summary>Into matching or out of it. A new revision, so that no score of the one before counts any longer.</summary>
    public Listing Match(bool matched, DateTimeOffset now) => this with { Matched = matched, Revision = Revision + 1, UpdatedAt = now };

    public Outcome<Listing> Revise(ListingContent content, DateTimeOffset now) =>
        MergedInto is { } kept ? DuplicateErrors.Merged("listing", kept)
        : ListingStates.MayRevise(State)
            ? this with { Content = content, Revision = Revision + 1, UpdatedAt = now }
            : MarketError.WrongState("listing", State, new Text("修改", "revise"));
}
