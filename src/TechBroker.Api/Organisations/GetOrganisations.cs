using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Http;
using TechBroker.Api.OpenApi;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Organisations;

/// <summary>GET /organisations and /organisations/{id}</summary>
internal static class GetOrganisations
{
    public static void Map(IEndpointRouteBuilder organisations)
    {
        organisations.MapGet("", PageAsync)
            .Produces<Page<OrganisationBody>>().ProducesProblem(400)
            .WithName("listOrganisations").WithSummary("List organisations, newest first")
            .WithMetadata(QueryParameters.OfPage);
        organisations.MapGet("/{id:guid}", OneAsync)
            .Produces<OrganisationBody>().ProducesProblem(404)
            .WithName("getOrganisation").WithSummary("Read an organisation");
    }

    private static async Task<IResult> PageAsync(HttpContext http, Database database, CancellationToken ct)
    {
        var query = new Query(http.Request);
        var limit = query.Limit();
        var cursor = query.Cursor(c => c.Time is not null);
        if (query.Problem is { } problem)
        {
            return problem;
        }

        var rows = await database.ReadAsync(s => OrganisationStore.PageAsync(s, cursor?.Time, cursor?.Id, limit + 1), ct);
        var page = rows.Take(limit).ToList();
        var english = http.Request.PrefersEnglish();
        return new Answer(200, new Page<OrganisationBody>
        {
            Items = [.. page.Select(o => o.ToBody(english))],
            Next = rows.Count > limit ? Cursor.Of(query.List, page[^1].CreatedAt, page[^1].Id).ToString() : null,
        });
    }

    private static async Task<IResult> OneAsync(Guid id, HttpContext http, Database database, CancellationToken ct) =>
        await database.ReadAsync(s => OrganisationStore.FindAsync(s, id), ct) is { } organisation
            ? organisation.ToAnswer(200, http.Request.PrefersEnglish())
            : Problem.Of(MarketError.NotFound("organisation", id));
}
