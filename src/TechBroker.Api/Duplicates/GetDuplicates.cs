using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.OpenApi;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Duplicates;
using TechBroker.Storage.Conflicts;
using TechBroker.Storage.Duplicates;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Duplicates;

/// <summary>GET /duplicates and /duplicates/{id}: to owners the pairs that are both theirs, to the centre all that no conflict of interest closes.</summary>
internal static class GetDuplicates
{
    private static readonly QueryParameters Parameters = new(
    [
        new("state", $"Only in this state: {string.Join(", ", Codes.All<DuplicateState>())}."),
        new("kind", $"Only of this kind: {string.Join(", ", Codes.All<DuplicateSide>())}."),
        .. QueryParameters.OfPage.All,
    ]);

    public static void Map(IEndpointRouteBuilder duplicates)
    {
        duplicates.Get("", Rule.SignedIn, PageAsync)
            .Produces<Page<DuplicateBody>>().ProducesProblem(400)
            .WithName("listDuplicates").WithSummary("List listings and needs that may be one thing twice, newest first")
            .WithMetadata(Parameters);
        duplicates.Get("/{id:guid}", Rule.SignedInSees(Kind.Duplicate), async (Guid id, Database database, CancellationToken ct) =>
                await database.ReadAsync(s => DuplicateStore.FindAsync(s, id), ct) is { } pair ? (IResult)new Answer(200, pair.ToBody()) : Problem.Of(MarketError.NotFound("duplicate", id)))
            .Produces<DuplicateBody>().ProducesProblem(404)
            .WithName("getDuplicate").WithSummary("Read a pair that may be one thing");
    }

    private static async Task<IResult> PageAsync(HttpContext http, Database database, CancellationToken ct)
    {
        var query = new Query(http.Request);
        var filter = new DuplicateFilter
        {
            State = query.Code<DuplicateState>("state") is { } state ? Codes.Of(state) : null,
            Side = query.Code<DuplicateSide>("kind") is { } side ? Codes.Of(side) : null,
        };
        var caller = Caller.Required(http);
        return query.Problem ?? await NewestFirst.PageAsync(
            http,
            database,
            async (session, before, beforeId, limit) => await DuplicateStore.PageAsync(session, filter with
            {
                All = caller.IsStaff,
                Owners = [.. new[] { caller.OrganisationId, caller.AccountId }.OfType<Guid>().Select(id => id.ToString("D"))],
                Conflicted = caller.IsStaff ? await ConflictChecks.ConflictedAsync(session, await ConflictChecks.PersonAsync(session, caller.AccountId, caller.OrganisationId)) : [],
                Before = before,
                BeforeId = beforeId,
                Limit = limit,
            }),
            p => (p.FoundAt, p.Id),
            (p, _) => p.ToBody(),
            ct);
    }
}
