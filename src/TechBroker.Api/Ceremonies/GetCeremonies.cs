using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.OpenApi;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Storage.Ceremonies;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Ceremonies;

/// <summary>GET /ceremonies and /ceremonies/{id}</summary>
internal static class GetCeremonies
{
    public static void Map(RouteGroupBuilder ceremonies)
    {
        ceremonies.Get("", Rules.HoldCeremony, PageAsync)
            .Produces<Page<CeremonyBody>>().ProducesProblem(400)
            .WithName("listCeremonies").WithSummary("List signing ceremonies, newest first").WithMetadata(QueryParameters.OfPage);
        ceremonies.Get("/{id:guid}", Rules.HoldCeremony, OneAsync)
            .Produces<CeremonyBody>().ProducesProblem(404)
            .WithName("getCeremony").WithSummary("Read a signing ceremony with its totals: contracts and investments apart, each currency apart");
    }

    private static Task<IResult> PageAsync(HttpContext http, Database database, CancellationToken ct) =>
        NewestFirst.PageAsync(http, database, CeremonyStore.PageAsync, c => (c.CreatedAt, c.Id), (c, _) => c.ToBody(), ct);

    private static async Task<IResult> OneAsync(Guid id, Database database, CancellationToken ct)
    {
        var signed = await database.SnapshotAsync(s => Signed.FindAsync(s, id), ct);
        return signed is null ? Problem.Of(MarketError.NotFound("ceremony", id)) : new Answer(200, signed.Ceremony.ToBody() with
        {
            Contracts = CeremonyMapping.Totals([.. signed.Contracts.Select(c => new Money(c.Currency, c.AmountMinorUnits))]),
            Investments = CeremonyMapping.Totals([.. signed.Investments.Select(i => i.Amount)]),
        });
    }
}
