using TechBroker.Api.Access;
using TechBroker.Storage.Conflicts;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Statistics;

/// <summary>Whose engagements do not exist for a reader, as in the list of engagements.</summary>
internal static class StatisticReader
{
    public static async Task<IReadOnlyList<string>> ConflictedAsync(SqlSession session, Caller caller) =>
        await ConflictChecks.ConflictedAsync(session, await ConflictChecks.PersonAsync(session, caller.AccountId, caller.OrganisationId));
}
