using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.OpenApi;
using TechBroker.Contracts.Http;
using TechBroker.Storage.Conflicts;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Conflicts;

/// <summary>GET /conflicts: the caller's own declarations; an organiser who names an organisation reads everybody's about it.</summary>
internal static class GetConflicts
{
    private static readonly QueryParameters Parameters = new(
    [
        new("organisationId", "Only about this organisation; for organisers everybody's."),
        .. QueryParameters.OfPage.All,
    ]);

    public static void Map(IEndpointRouteBuilder conflicts) => conflicts.Get("", Rules.DeclareConflict, PageAsync)
        .Produces<Page<ConflictBody>>().ProducesProblem(400)
        .WithName("listConflicts").WithSummary("List declared conflicts of interest, newest first")
        .WithMetadata(Parameters);

    private static async Task<IResult> PageAsync(HttpContext http, Database database, CancellationToken ct)
    {
        var query = new Query(http.Request);
        var organisationId = query.Id("organisationId");
        var caller = Caller.Required(http);
        var accountId = caller.IsOrganiser && organisationId is not null ? (Guid?)null : caller.AccountId;
        return query.Problem ?? await NewestFirst.PageAsync(
            http,
            database,
            (session, before, beforeId, limit) => ConflictStore.PageAsync(session, accountId, organisationId, before, beforeId, limit),
            d => (d.DeclaredAt, d.Id),
            (d, _) => d.ToBody(),
            ct);
    }
}
