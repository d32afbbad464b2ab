using TechBroker.Domain.Deals;
using TechBroker.Storage.Engagements;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Notices;

/// <summary>Who is told of what becomes of a contract. The parties hear nothing before it is in force: a rejected one never was.</summary>
public static class DealAudience
{
    /// <summary>Its parties and its manager, once it is in force; who recorded it did that or hears of the approval.</summary>
    public static Task<IReadOnlyList<Guid>> OfSigningAsync(SqlSession session, Deal deal, Guid? actorId) => PartiesAsync(session, deal, actorId, deal.RecordedBy);

    public static async Task<IReadOnlyList<Guid>> OfAsync(SqlSession session, Deal deal, DealAction action, Guid? actorId) => action switch
    {
        DealAction.Record => deal.State is DealState.PendingApproval ? await ApproversAsync(session, deal) : [],
        DealAction.Approve or DealAction.Reject => await session.ListAsync<Guid>(
            "SELECT Id FROM Account WHERE Id = @RecordedBy AND State = 'active' AND (@actorId IS NULL OR Id <> @actorId)", new { deal.RecordedBy, actorId }),
        _ => await PartiesAsync(session, deal, actorId),
    };

    // Who may not broker between the two sides may not approve either.
    private static async Task<IReadOnlyList<Guid>> ApproversAsync(SqlSession session, Deal deal)
    {
        var organisers = deal.EngagementId is { } id && await EngagementStore.FindAsync(session, id) is { } engagement
            && await PairFacts.FindAsync(session, engagement.ListingId, engagement.NeedId) is { } pair
                ? await NoticeAudience.OrganisersAsync(session, pair)
                : await NoticeAudience.OrganisersAsync(session);
        return [.. organisers.Where(o => o != deal.RecordedBy)];
    }

    private static async Task<IReadOnlyList<Guid>> PartiesAsync(SqlSession session, Deal deal, params Guid?[] without)
    {
        var people = await session.ListAsync<Guid>(
            """
            SELECT Id FROM Account
             WHERE State = 'active'
               AND ((OrganisationId IN @organisations AND (Roles LIKE '%"provider"%' OR Roles LIKE '%"seeker"%')) OR Id IN @accounts OR Id = @ManagerId)
             ORDER BY Id
            """,
            new { organisations = Texts(deal.Parties.Select(p => p.OrganisationId)), accounts = Texts(deal.Parties.Select(p => p.AccountId)), deal.ManagerId });
        return [.. people.Where(id => !without.Contains(id))];
    }

    private static IReadOnlyList<string> Texts(IEnumerable<Guid?> ids) => [.. ids.OfType<Guid>().Distinct().Select(id => id.ToString("D"))];
}
