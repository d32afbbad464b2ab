using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
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
    private static readonly QueryParameters Parameters = new(
        [new("q", "Only those that have this in their name or credit code."), .. QueryParameters.OfPage.All]);

    public static void Map(IEndpointRouteBuilder organisations)
    {
        organisations.Get("", Rule.SignedIn, PageAsync)
            .Produces<Page<OrganisationBody>>().ProducesProblem(400)
            .WithName("listOrganisations").WithSummary("List organisations, newest first")
            .WithMetadata(Parameters);
        organisations.Get("/{id:guid}", Rule.SignedInSees(Kind.Organisation), OneAsync)
            .Produces<OrganisationBody>().ProducesProblem(404)
            .WithName("getOrganisation").WithSummary("Read an organisation");
    }

    private static async Task<IResult> PageAsync(HttpContext http, Database database, CancellationToken ct)
    {
        var query = new Query(http.Request);
        var text = query.Text("q", 100);
        return query.Problem ?? await NewestFirst.PageAsync(
            http,
            database,
            (s, before, beforeId, limit) => OrganisationStore.PageAsync(s, text, before, beforeId, limit),
            o => (o.CreatedAt, o.Id),
            (o, english) => o.ToBody(english),
            ct);
    }

    private static async Task<IResult> OneAsync(Guid id, HttpContext http, Database database, CancellationToken ct) =>
        await database.ReadAsync(s => OrganisationStore.FindAsync(s, id), ct) is { } organisation
            ? organisation.ToAnswer(200, http.Request.PrefersEnglish())
            : Problem.Of(MarketError.NotFound("organisation", id));
}
