using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.OpenApi;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Managers;
using TechBroker.Domain.Vocabularies;
using TechBroker.Storage.Managers;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Managers;

/// <summary>GET /managers and /managers/{id}</summary>
internal static class GetManagers
{
    private static readonly QueryParameters Parameters = new(
    [
        new("field", "Only who names this field of technology, or one below it."),
        new("region", "Only who names a region of the same province, or this country."),
        new("level", $"Only of this level: {string.Join(", ", Codes.All<ManagerLevel>())}."),
        new("onDuty", "true: only who is at a desk now."),
        .. QueryParameters.OfPage.All,
    ]);

    public static void Map(IEndpointRouteBuilder managers)
    {
        managers.Get("", Rules.ReadManagers, PageAsync)
            .Produces<Page<ManagerBody>>().ProducesProblem(400)
            .WithName("listManagers").WithSummary("List technology managers, newest account first")
            .WithMetadata(Parameters);
        managers.Get("/{id:guid}", Rules.ReadManager, async (Guid id, Database database, TimeProvider clock, CancellationToken ct) =>
                await database.ReadAsync(s => ManagerStore.FindAsync(s, id, clock.GetUtcNow()), ct) is { } manager
                    ? (IResult)manager.ToAnswer()
                    : Problem.Of(MarketError.NotFound("manager", id)))
            .Produces<ManagerBody>().ProducesProblem(404)
            .WithName("getManager").WithSummary("Read a technology manager's profile and load");
    }

    private static async Task<IResult> PageAsync(HttpContext http, Database database, VocabularySet vocabularies, TimeProvider clock, CancellationToken ct)
    {
        var query = new Query(http.Request);
        var filter = new ManagerFilter
        {
            FieldPattern = query.Text("field", 100) is { } field ? ManagerFilter.EntryFrom(vocabularies.FieldCode(field) ?? field) : null,
            RegionPattern = query.Text("region", 6) is { } region ? ManagerFilter.EntryFrom(region[..Math.Min(2, region.Length)]) : null,
            Level = query.Code<ManagerLevel>("level") is { } level ? Codes.Of(level) : null,
            OnDuty = query.Text("onDuty") == "true",
            Now = clock.GetUtcNow(),
        };
        return query.Problem ?? await NewestFirst.PageAsync(
            http,
            database,
            (session, before, beforeId, limit) => ManagerStore.PageAsync(session, filter with { Before = before, BeforeId = beforeId, Limit = limit }),
            m => (m.CreatedAt, m.Id),
            (m, _) => m.ToBody(),
            ct);
    }
}
