using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.OpenApi;
using TechBroker.Contracts.Http;
using TechBroker.Domain.Engagements;
using TechBroker.Storage.Engagements;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Engagements;

/// <summary>GET /publicity: what is being made public today, for anyone; of the need and whose it is it knows nothing.</summary>
internal static class GetPublicity
{
    public static void Map(IEndpointRouteBuilder publicity) => publicity.Get("", Rule.Anyone, HandleAsync)
        .Produces<Page<PublicityBody>>().ProducesProblem(400)
        .WithName("listPublicity").WithSummary("Negotiated prices that are public these days, latest begun first")
        .WithMetadata(QueryParameters.OfPage);

    private static Task<IResult> HandleAsync(HttpContext http, Database database, TimeProvider clock, CancellationToken ct) => NewestFirst.PageByDayAsync(
        http,
        database,
        (session, before, beforeId, limit) => PublicityStore.PageAsync(session, CentreDay.Of(clock.GetUtcNow()), before, beforeId, limit),
        row => (row.PublicityFrom, row.Id),
        row => new PublicityBody
        {
            Id = row.Id,
            ListingId = row.ListingId,
            Title = row.Title,
            OrganisationId = row.OrganisationId,
            Organisation = row.OrganisationName,
            Price = new MoneyBody { Currency = row.PriceCurrency, MinorUnits = row.PriceMinorUnits },
            From = row.PublicityFrom,
            Until = row.PublicityUntil,
        },
        ct);
}
