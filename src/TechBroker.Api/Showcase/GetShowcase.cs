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

    private static Task<IResult> HandleAsync(HttpContext http, Database database, TimeProvider clock, CancellationToken ct)
    {
        var today = CentreDay.Of(clock.GetUtcNow());
        return NewestFirst.PageAsync(
            http,
            database,
            (session, at, id, limit) => FirstReleaseStore.ShownAsync(session, today, at is { } time && id is { } listing ? (DateOnly.FromDateTime(time.UtcDateTime), listing) : null, limit),
            row => (new DateTimeOffset(row.Since, TimeOnly.MinValue, TimeSpan.Zero), row.ListingId),
            (row, _) => row.ToBody(),
            ct);
    }
}
