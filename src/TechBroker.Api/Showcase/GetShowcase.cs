using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.OpenApi;
using TechBroker.Contracts.Http;
using TechBroker.Domain.Engagements;
using TechBroker.Storage.Showcase;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Showcase;

/// <summary>GET /showcase: published listings with a current first release, newest first.</summary>
internal static class GetShowcase
{
    public static void Map(IEndpointRouteBuilder showcase) => showcase.Get("", Rule.Anyone, HandleAsync)
        .Produces<Page<ShowcaseBody>>().ProducesProblem(400)
        .WithName("getShowcase").WithSummary("List what is in the showcase")
        .WithMetadata(QueryParameters.OfPage);

    private static Task<IResult> HandleAsync(HttpContext http, Database database, TimeProvider clock, CancellationToken ct) => NewestFirst.PageByDayAsync(
        http,
        database,
        (session, before, beforeId, limit) => FirstReleaseStore.ShownAsync(session, CentreDay.Of(clock.GetUtcNow()), before, beforeId, limit),
        row => (row.Since, row.ListingId),
        row => row.ToBody(),
        ct);
}
