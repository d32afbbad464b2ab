using Microsoft.AspNetCore.Http;
using TechBroker.Domain.Needs;
using TechBroker.Storage.Conflicts;
using TechBroker.Storage.Engagements;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Access;

/// <summary>What of the market a caller reads, and the record of the centre's people reading what others may not.</summary>
internal sealed class Reading(Database database)
{
    public static async Task<MarketReader> OfAsync(SqlSession session, HttpContext http)
    {
        if (Caller.Of(http) is not { } caller)
        {
            return MarketReader.Anonymous;
        }

        return new MarketReader
        {
            SignedIn = true,
            OrganisationId = caller.OrganisationId,
            AccountId = caller.AccountId,
            Everything = caller.IsStaff,
            Barred = caller.IsStaff ? await BarredAsync(session, caller) : [],
        };
    }

    /// <summary>In full: what is open or one's own, what was disclosed, and to the centre's people what no conflict of interest closes to them.</summary>
    public static async Task<bool> InFullAsync(SqlSession session, MarketReader reader, HttpContext http, Need need)
    {
        if (!reader.ReadsInFull(need))
        {
            return reader.AccountId is not null && await DisclosureStore.IsDisclosedAsync(session, need.Id, reader.OrganisationId, reader.AccountId);
        }

        return !(reader.Everything && IsHidden(need)
            && await ConflictChecks.HidesNeedAsync(session, await ConflictChecks.PersonAsync(session, Caller.Required(http).AccountId, reader.OrganisationId), need.Id));
    }

    /// <summary>Whoever of the centre reads somebody else's hidden need leaves a trace that its owner can be shown.</summary>
    public async Task RecordAsync(HttpContext http, IReadOnlyList<Need> needs)
    {
        if (Caller.Of(http) is not { IsStaff: true } caller)
        {
            return;
        }

        var hidden = needs.Where(n => IsHidden(n) && n.PostedBy != caller.AccountId && (n.OrganisationId is null || n.OrganisationId != caller.OrganisationId)).ToList();
        if (hidden.Count > 0)
        {
            await database.WriteAsync(
                caller.Actor,
                session =>
                {
                    hidden.ForEach(n => session.Record("need.read", "need", n.Id, new { n.Revision }));
                    return Task.CompletedTask;
                },
                http.RequestAborted);
        }
    }

    private static bool IsHidden(Need need) => need.Content.Visibility is not Visibility.Open;

    // The employer's own needs are not the other side's file.
    private static async Task<IReadOnlyCollection<Guid>> BarredAsync(SqlSession session, Caller caller) =>
        [.. (await ConflictChecks.ConflictedAsync(session, await ConflictChecks.PersonAsync(session, caller.AccountId, caller.OrganisationId)))
            .Select(id => Guid.ParseExact(id, "D")).Where(id => id != caller.OrganisationId)];
}
