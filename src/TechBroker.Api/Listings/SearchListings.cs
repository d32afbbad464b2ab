using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.Search;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Listings;
using TechBroker.Domain.Vocabularies;
using TechBroker.Matching;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Listings;

/// <summary>GET /listings: with <c>q</c> best first among the published, without it newest first among all that have not left the market.</summary>
internal static class SearchListings
{
    private static readonly string[] Shown =
        [.. Codes.All<ListingState>().Except([Codes.Of(ListingState.Withdrawn), Codes.Of(ListingState.Transferred), Codes.Of(ListingState.Expired)])];

    public static void Map(IEndpointRouteBuilder listings) => listings.Get("", Rule.Anyone, HandleAsync)
        .Produces<Page<ListingBody>>().ProducesProblem(400)
        .WithName("searchListings").WithSummary("Search listings")
        .WithMetadata(MarketQuery.Parameters("TRL", Codes.All<ListingState>()));

    private static async Task<IResult> HandleAsync(HttpContext http, MarketSearch search, Database database, VocabularySet vocabularies, ListingAnswers answers, OwnerNames owners, CancellationToken ct)
    {
        var query = new Query(http.Request);
        var reader = await database.ReadAsync(s => Reading.OfAsync(s, http), ct);
        var asked = MarketQuery.Read(query, vocabularies, reader, query.Code<ListingState>("state") is { } state ? [Codes.Of(state)] : Shown);
        if (query.Problem is { } problem)
        {
            return problem;
        }

        var (items, next) = await search.PageAsync(Side.Listing, asked, ListingStore.PageAsync, ListingStore.FindManyAsync, l => l.Id, l => l.CreatedAt, ct);
        return new Answer(200, new Page<ListingBody> { Items = await owners.OfAsync([.. items.Select(l => answers.BodyOf(http, l))], ct), Next = next });
    }
}
