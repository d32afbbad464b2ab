using TechBroker.Domain.Engagements;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Engagements;

/// <summary>
/// Whether a side may know of an engagement at all. What the program proposed is the centre's worklist until a person stands behind it: a side that logs
/// the pair itself or is interested, or a manager who took it on. Before that it would tell of matches that are hidden, and whom it is given to
/// depends on everything else that waits, hidden needs included. To the listing's side a private need hides it, too, until it is disclosed. The log
/// is asked, because it only grows: a side that declines later does not make it vanish again.
/// </summary>
public static class SideSight
{
    /// <summary>In a statement with e for the engagement.</summary>
    internal const string Stands = """
        (e.LoggedBy IS NOT NULL OR EXISTS (
             SELECT 1 FROM EngagementLog g WHERE g.EngagementId = e.Id AND g.Action IN ('interest', 'accept', 'handOver', 'introduce')))
        """;

    /// <summary>In a statement with e for the engagement, n for the need, @OrganisationId and @AccountId.</summary>
    internal const string ToListing = $"""
        ({Stands} AND (n.Visibility <> 'private' OR EXISTS (
             SELECT 1 FROM Disclosure d WHERE d.NeedId = e.NeedId AND (d.ToOrganisationId = @OrganisationId OR d.ToAccountId = @AccountId))))
        """;

    /// <summary>Whether a person stands behind it, which is what the need's side asks.</summary>
    public static async Task<bool> StandsAsync(SqlSession session, Engagement engagement) =>
        engagement.LoggedBy is not null || await session.FirstAsync<int>($"SELECT COUNT(*) FROM Engagement e WHERE e.Id = @Id AND {Stands}", new { engagement.Id }) > 0;

    /// <param name="session">Which state counts.</param>
    /// <param name="engagement">Of a listing and a need that exist.</param>
    /// <param name="visibility">Of the need: open, blind or private.</param>
    /// <param name="organisationId">On the listing's side.</param>
    /// <param name="accountId">On the listing's side.</param>
    public static async Task<bool> IsOpenToListingAsync(SqlSession session, Engagement engagement, string visibility, Guid? organisationId, Guid? accountId) =>
        await StandsAsync(session, engagement)
        && (visibility != "private" || await DisclosureStore.IsDisclosedAsync(session, engagement.NeedId, organisationId, accountId));
}
