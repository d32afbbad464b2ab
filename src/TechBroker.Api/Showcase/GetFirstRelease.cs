using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Engagements;
using TechBroker.Storage.Market;
using TechBroker.Storage.Showcase;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Showcase;

/// <summary>GET /listings/{id}/first-release. A listing without one is no error: its page asks this of every listing.</summary>
internal static class GetFirstRelease
{
    public static void Map(IEndpointRouteBuilder listings) => listings.Get("/{id:guid}/first-release", Rule.Sees(Kind.Listing), HandleAsync)
        .Produces<FirstReleaseBody>().ProducesProblem(404)
        .WithName("getFirstRelease").WithSummary("Read a listing's place in the showcase and where its picture is");

    private static Task<IResult> HandleAsync(Guid id, HttpContext http, Database database, TimeProvider clock, CancellationToken ct) =>
        database.SnapshotAsync(session => ReadAsync(session, id, Caller.Of(http), CentreDay.Of(clock.GetUtcNow())), ct);

    private static async Task<IResult> ReadAsync(SqlSession session, Guid id, Caller? caller, DateOnly today)
    {
        if (await ListingStore.FindAsync(session, id) is not { } listing)
        {
            return Problem.Of(MarketError.NotFound("listing", id));
        }

        var release = await FirstReleaseStore.FindAsync(session, id);
        var told = release is null || release.IsShownOn(today) || await ShowcaseDesk.TellsAllAsync(session, caller, id) ? release : null;
        return new Answer(200, told.ToBody(id, listing.IsOpen, await ListingPictureStore.FindAsync(session, id), today)) { Revision = told?.Revision ?? 0 };
    }
}
