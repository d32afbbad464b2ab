using TechBroker.Domain.Conflicts;
using TechBroker.Domain.Engagements;
using TechBroker.Domain.Notices;
using TechBroker.Domain.People;
using TechBroker.Storage.Conflicts;
using TechBroker.Storage.Engagements;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Notices;

/// <summary>Somebody whom an engagement concerns, and as what.</summary>
/// <param name="AccountId">Who.</param>
/// <param name="Side">Null for those of the centre.</param>
public sealed record Concerned(Guid AccountId, EngagementSide? Side);

/// <summary>Whom an engagement concerns, and for whom it exists at all: the rules of the engagement itself, without a request.</summary>
public static class NoticeAudience
{
    /// <summary>Those to be told of an action, without whoever did it.</summary>
    public static async Task<IReadOnlyList<Concerned>> OfAsync(SqlSession session, Engagement engagement, PairFacts pair, EngagementAction action, Guid? actorId)
    {
        var all = new List<Concerned>();
        if (NoticeKinds.IsForParties(action))
        {
            all.AddRange((await PeopleAsync(session, pair.NeedOrganisationId, pair.NeedPostedBy, Role.Seeker)).Select(id => new Concerned(id, EngagementSide.Need)));
            if (await IsForListingSideAsync(session, engagement, pair))
            {
                all.AddRange((await PeopleAsync(session, pair.ListingOrganisationId, pair.ListingPostedBy, Role.Provider)).Select(id => new Concerned(id, EngagementSide.Listing)));
            }
        }

        var staff = new List<Guid>();
        if (engagement.ManagerId is { } manager)
        {
            staff.Add(manager);
        }

        if (NoticeKinds.Escalates(action, engagement.ManagerId is not null))
        {
            staff.AddRange(await OrganisersAsync(session));
        }

        all.AddRange((await WithoutConflictAsync(session, pair, staff)).Select(id => new Concerned(id, null)));
        return [.. all.Where(c => c.AccountId != actorId).DistinctBy(c => c.AccountId)];
    }

    /// <summary>Those who decide where nobody runs it; none with a conflict of interest.</summary>
    public static async Task<IReadOnlyList<Guid>> OrganisersAsync(SqlSession session, PairFacts pair) => await WithoutConflictAsync(session, pair, await OrganisersAsync(session));

    /// <summary>As what somebody may read of an engagement at this moment; null where it does not exist for them.</summary>
    public static async Task<Concerned?> AsWhatAsync(SqlSession session, Engagement engagement, PairFacts pair, Account account)
    {
        if (account.State != Account.Active)
        {
            return null;
        }

        if (account.RoleList.Any(r => r is Role.Manager or Role.Organiser or Role.Admin))
        {
            return await IsForStaffAsync(session, pair, account.Id) ? new Concerned(account.Id, null) : null;
        }

        if (IsOwn(account, pair.NeedOrganisationId, pair.NeedPostedBy) && await SideSight.StandsAsync(session, engagement))
        {
            return new Concerned(account.Id, EngagementSide.Need);
        }

        return IsOwn(account, pair.ListingOrganisationId, pair.ListingPostedBy) && await IsForListingSideAsync(session, engagement, pair)
            ? new Concerned(account.Id, EngagementSide.Listing)
            : null;
    }

    /// <summary>Whether an organisation's own programs may hear of it.</summary>
    public static async Task<bool> IsForOrganisationAsync(SqlSession session, Engagement engagement, PairFacts pair, Guid organisationId) =>
        (pair.NeedOrganisationId == organisationId && await SideSight.StandsAsync(session, engagement)) || (pair.ListingOrganisationId == organisationId && await IsForListingSideAsync(session, engagement, pair));

    private static Task<bool> IsForListingSideAsync(SqlSession session, Engagement engagement, PairFacts pair) => SideSight.IsOpenToListingAsync(
        session, engagement, pair.NeedVisibility, pair.ListingOrganisationId, pair.ListingOrganisationId is null ? pair.ListingPostedBy : null);

    internal static Task<IReadOnlyList<Guid>> OrganisersAsync(SqlSession session) => session.ListAsync<Guid>(
        "SELECT Id FROM Account WHERE State = 'active' AND Roles LIKE '%\"organiser\"%' ORDER BY Id");

    private static async Task<IReadOnlyList<Guid>> WithoutConflictAsync(SqlSession session, PairFacts pair, IReadOnlyList<Guid> staff)
    {
        var free = new List<Guid>();
        foreach (var id in staff)
        {
            if (await IsForStaffAsync(session, pair, id))
            {
                free.Add(id);
            }
        }

        return free;
    }

    private static async Task<bool> IsForStaffAsync(SqlSession session, PairFacts pair, Guid accountId) =>
        await Employment.FindAsync(session, accountId) is { } employment
        && ConflictFinder.Find(await ConflictChecks.PersonAsync(session, accountId, employment.OrganisationId), pair.Listing, pair.Need).Count == 0;

    private static Task<IReadOnlyList<Guid>> PeopleAsync(SqlSession session, Guid? organisationId, Guid? postedBy, Role role) => organisationId is not null
        ? session.ListAsync<Guid>(
            "SELECT Id FROM Account WHERE OrganisationId = @organisationId AND State = 'active' AND Roles LIKE @role ORDER BY Id",
            new { organisationId, role = $"%\"{Domain.Codes.Of(role)}\"%" })
        : session.ListAsync<Guid>("SELECT Id FROM Account WHERE Id = @postedBy AND State = 'active'", new { postedBy });

    private static bool IsOwn(Account account, Guid? organisationId, Guid? postedBy) =>
        organisationId is null ? postedBy == account.Id : organisationId == account.OrganisationId;
}
