using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Search;

/// <summary>GET /market: the figures on the front page, the same for everybody.</summary>
internal sealed class GetMarket(Database database, TimeProvider clock)
{
    // Everybody's first request; the figures may be a little old, and need not be counted a thousand times a second.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    private volatile Kept? kept;

    public static void Map(IEndpointRouteBuilder market) => market.Get("", Rule.Anyone, (GetMarket counts, CancellationToken ct) => counts.HandleAsync(ct))
        .Produces<MarketBody>()
        .WithName("getMarket").WithSummary("How many listings and open needs there are");

    private async Task<IResult> HandleAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (kept is not { } known || known.At + Fresh < now)
        {
            kept = known = new Kept(now, await database.SnapshotAsync(
                async s => new MarketBody { Listings = await MarketCounts.ListingsAsync(s), OpenNeeds = await MarketCounts.OpenNeedsAsync(s) }, ct));
        }

        return new Answer(200, known.Body);
    }

    private sealed record Kept(DateTimeOffset At, MarketBody Body);
}
