using TechBroker.Api.Access;
using TechBroker.Domain.Conflicts;
using TechBroker.Domain.Engagements;
using TechBroker.Storage.Conflicts;
using TechBroker.Storage.Engagements;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Engagements;

/// <summary>An engagement as one caller may have it in hand.</summary>
internal sealed record EngagementFile(Engagement Engagement, PairFacts Pair, EngagementReader Reader, IReadOnlyList<ConflictFinding> Conflicts);

/// <summary>Decides for one caller which engagements exist; whatever it does not open gets the answer of what is not there.</summary>
internal sealed class EngagementDesk(SqlSession session, Caller caller)
{
    private PersonFacts? person;

    public async Task<PersonFacts> PersonAsync() => person ??= await ConflictChecks.PersonAsync(session, caller.AccountId, caller.OrganisationId);

    /// <param name="id">Which engagement.</param>
    /// <param name="recused">Opens it even to someone of the centre with a conflict, who can only pass it on.</param>
    public async Task<EngagementFile?> OpenAsync(Guid id, bool recused = false) =>
        await EngagementStore.FindAsync(session, id) is { } engagement && await OpenAsync(engagement) is { } file && (recused || !file.Reader.Recused)
            ? file
            : null;

    /// <summary>Null where it does not exist for the caller.</summary>
    public async Task<EngagementFile?> OpenAsync(Engagement engagement)
    {
        var pair = await PairFacts.FindAsync(session, engagement.ListingId, engagement.NeedId) ?? throw new InvalidOperationException($"Engagement {engagement.Id} has lost an end.");
        if (caller.IsStaff)
        {
            var conflicts = ConflictFinder.Find(await PersonAsync(), pair.Listing, pair.Need);
            return new EngagementFile(engagement, pair, new EngagementReader(caller.AccountId, null, false, conflicts.Count > 0), conflicts);
        }

        if (SidesOf(pair) is not [var side, ..])
        {
            return null;
        }

        var disclosed = side is EngagementSide.Listing && await DisclosureStore.IsDisclosedAsync(session, engagement.NeedId, caller.OrganisationId, caller.AccountId);
        var open = side is EngagementSide.Listing
            ? await SideSight.IsOpenToListingAsync(session, engagement, pair.NeedVisibility, caller.OrganisationId, caller.AccountId)
            : await SideSight.StandsAsync(session, engagement);
        return !open
            ? null
            : new EngagementFile(engagement, pair, new EngagementReader(caller.AccountId, side, disclosed, false), []);
    }

    /// <summary>The sides that are the caller's own. What belongs to no organisation belongs to whoever posted it.</summary>
    public IReadOnlyList<EngagementSide> SidesOf(PairFacts pair)
    {
        var sides = new List<EngagementSide>();
        if (IsOwn(pair.NeedOrganisationId, pair.NeedPostedBy))
        {
            sides.Add(EngagementSide.Need);
        }

        if (IsOwn(pair.ListingOrganisationId, pair.ListingPostedBy))
        {
            sides.Add(EngagementSide.Listing);
        }

        return sides;
    }

    public async Task<EngagementFilter> FilterAsync() => caller.IsStaff
        ? new EngagementFilter
        {
            All = caller.IsOrganiser,
            ManagerId = caller.AccountId,
            AsBroker = true,
            Conflicted = await ConflictChecks.ConflictedAsync(session, await PersonAsync()),
        }
        : new EngagementFilter { OrganisationId = caller.OrganisationId, AccountId = caller.AccountId };

    private bool IsOwn(Guid? organisationId, Guid? postedBy) => organisationId is null
        ? postedBy is not null && postedBy == caller.AccountId
        : organisationId == caller.OrganisationId;
}
