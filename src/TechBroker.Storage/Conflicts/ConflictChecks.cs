using TechBroker.Domain.Conflicts;
using TechBroker.Domain.Engagements;
using TechBroker.Storage.Engagements;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Conflicts;

/// <summary>Looks for conflicts of interest in what is on record.</summary>
public static class ConflictChecks
{
    /// <summary>A person's facts, with the employer as the caller or the account names it.</summary>
    public static async Task<PersonFacts> PersonAsync(SqlSession session, Guid accountId, Guid? organisationId) => new(
        accountId,
        organisationId,
        organisationId is { } id ? (await OrganisationStore.FindAsync(session, id))?.CreditCode : null,
        await ConflictStore.StandingAsync(session, accountId));

    /// <summary>The same from the account's row; nothing but declarations where there is no such account.</summary>
    public static async Task<PersonFacts> PersonAsync(SqlSession session, Guid accountId) =>
        await PersonAsync(session, accountId, (await Employment.FindAsync(session, accountId))?.OrganisationId);

    /// <summary>
    /// Freezes the live engagements of a manager in which a conflict has come to light. To be called in the transaction that declares one,
    /// changes the manager's employer, or (for all of <see cref="AffectedAsync"/>) an organisation's credit code.
    /// </summary>
    /// <returns>The engagements that are frozen now and were not before.</returns>
    public static async Task<IReadOnlyList<Guid>> FreezeAsync(WriteSession session, Guid managerId, Guid? actorId, DateTimeOffset now)
    {
        var person = await PersonAsync(session, managerId);
        var frozen = new List<Guid>();
        foreach (var engagement in await EngagementStore.RunningAsync(session, managerId))
        {
            if (await PairFacts.FindAsync(session, engagement.ListingId, engagement.NeedId) is { } pair
                && ConflictFinder.Find(person, pair.Listing, pair.Need) is [var first, ..]
                && engagement.Freeze(first.Kind, now).Is(out var stopped, out _))
            {
                await EngagementStore.UpdateAsync(session, stopped, new(EngagementAction.Freeze, actorId, new() { Side = first.Side, Conflict = first.Kind }));
                frozen.Add(engagement.Id);
            }
        }

        return frozen;
    }

    /// <summary>Managers with a live engagement that an organisation takes part in, or who work for it.</summary>
    public static Task<IReadOnlyList<Guid>> AffectedAsync(SqlSession session, Guid organisationId) =>
        session.ListAsync<Guid>(
            """
            SELECT DISTINCT e.ManagerId
              FROM Engagement e JOIN Listing l ON l.Id = e.ListingId JOIN Need n ON n.Id = e.NeedId LEFT JOIN Account a ON a.Id = e.ManagerId
             WHERE e.State <> 'closed' AND e.ManagerId IS NOT NULL
               AND (l.OrganisationId = @organisationId OR n.OrganisationId = @organisationId OR a.OrganisationId = @organisationId)
            """,
            new { organisationId });

    /// <summary>Organisations that the person may not broker for, as text ("D").</summary>
    public static async Task<IReadOnlyList<string>> ConflictedAsync(SqlSession session, PersonFacts person)
    {
        var own = person.OrganisationId is { } employer ? new[] { employer } : [];
        var sameCode = person.CreditCode is { } code && await OrganisationStore.FindByCreditCodeAsync(session, code) is { } twin ? new[] { twin.Id } : [];
        return [.. own.Concat(sameCode).Concat(person.Declared.Select(d => d.OrganisationId)).Distinct().Select(id => id.ToString("D"))];
    }

    /// <summary>
    /// Whether a conflict hides a hidden need from someone who reads needs by profession: a declared tie to whoever has it, or any tie to
    /// the listing's side of an engagement on it. A need of the person's own employer is not the other side's file.
    /// </summary>
    public static async Task<bool> HidesNeedAsync(SqlSession session, PersonFacts person, Guid needId)
    {
        var conflicted = await ConflictedAsync(session, person);
        return conflicted.Count > 0 && await session.FirstAsync<int>(
            """
            SELECT COUNT(*) FROM Need n
             WHERE n.Id = @needId AND (n.OrganisationId IS NULL OR @employer IS NULL OR n.OrganisationId <> @employer)
               AND (n.OrganisationId IN @conflicted OR EXISTS (
                    SELECT 1 FROM Engagement e JOIN Listing l ON l.Id = e.ListingId WHERE e.NeedId = n.Id AND l.OrganisationId IN @conflicted))
            """,
            new { needId, employer = person.OrganisationId, conflicted }) > 0;
    }
}
