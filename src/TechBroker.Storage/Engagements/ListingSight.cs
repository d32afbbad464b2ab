using TechBroker.Domain.Engagements;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Engagements;

/// <summary>
/// Whether the listing's side may know of an engagement at all. A private need hides it until it is disclosed. What the program proposed on a blind
/// need would tell what matches hide, so it stays hidden, too, until a person stands behind it: the need's side that is interested, or a manager who
/// took it on. The log is asked, because it only grows: a need's side that declines later does not make it vanish again.
/// </summary>
public static class ListingSight
{
    /// <summary>In a statement with e for the engagement, n for the need, @OrganisationId and @AccountId.</summary>
    internal const string Condition = """
        (CASE n.Visibility
              WHEN 'open' THEN 1
              WHEN 'private' THEN CASE WHEN EXISTS (
                   SELECT 1 FROM Disclosure d WHERE d.NeedId = e.NeedId AND (d.ToOrganisationId = @OrganisationId OR d.ToAccountId = @AccountId)) THEN 1 ELSE 0 END
              ELSE CASE WHEN e.LoggedBy IS NOT NULL OR EXISTS (
                   SELECT 1 FROM EngagementLog g WHERE g.EngagementId = e.Id AND g.Action IN ('interest', 'accept', 'handOver', 'introduce')) THEN 1 ELSE 0 END
         END = 1)
        """;

    /// <param name="session">Which state counts.</param>
    /// <param name="engagement">Of a listing and a need that exist.</param>
    /// <param name="visibility">Of the need: open, blind or private.</param>
    /// <param name="organisationId">On the listing's side.</param>
    /// <param name="accountId">On the listing's side.</param>
    public static async Task<bool> IsOpenAsync(SqlSession session, Engagement engagement, string visibility, Guid? organisationId, Guid? accountId) => visibility switch
    {
        "open" => true,
        "private" => await DisclosureStore.IsDisclosedAsync(session, engagement.NeedId, organisationId, accountId),
        _ => engagement.LoggedBy is not null || await session.FirstAsync<int>(
            "SELECT COUNT(*) FROM EngagementLog WHERE EngagementId = @Id AND Action IN ('interest', 'accept', 'handOver', 'introduce')", new { engagement.Id }) > 0,
    };
}
