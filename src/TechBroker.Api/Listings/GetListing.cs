using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.Search;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Listings;

/// <summary>GET /listings/{id}</summary>
internal static class GetListing
{
    public static void Map(IEndpointRouteBuilder listings) => listings.Get("/{id:guid}", Rule.Sees(Kind.Listing), HandleAsync)
        .Produces<ListingBody>().ProducesProblem(404)
        .WithName("getListing").WithSummary("Read a listing");

    private static async Task<IResult> HandleAsync(Guid id, HttpContext http, Database database, ListingAnswers answers, OwnerNames owners, CancellationToken ct) =>
        await database.ReadAsync(s => ListingStore.FindAsync(s, id), ct) is { } listing
            ? answers.Ok(http, listing) with { Body = (await owners.OfAsync([answers.BodyOf(http, listing)], ct))[0] }
            : Problem.Of(MarketError.NotFound("listing", id));
}
