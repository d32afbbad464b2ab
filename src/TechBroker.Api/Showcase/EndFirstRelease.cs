using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Domain.Engagements;
using TechBroker.Domain.Showcase;
using TechBroker.Storage.Market;
using TechBroker.Storage.Showcase;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Showcase;

/// <summary>DELETE /listings/{id}/first-release: out of the showcase. What it said stays for its owner, who may renew it.</summary>
internal static class EndFirstRelease
{
    public static void Map(IEndpointRouteBuilder listings) => listings
        .Delete("/{id:guid}/first-release", Rules.ChangeListing, (Guid id, HttpContext http, Writes writes, TimeProvider clock) =>
            writes.RunAsync(http, session => EndAsync(session, http, id, clock.GetUtcNow())))
        .Produces<FirstReleaseBody>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(412)
        .WithName("endFirstRelease").WithSummary("Take a listing out of the showcase");

    private static async Task<IResult> EndAsync(WriteSession session, HttpContext http, Guid id, DateTimeOffset now)
    {
        var (listing, before, today) = (await ListingStore.FindAsync(session, id), await FirstReleaseStore.FindAsync(session, id), CentreDay.Of(now));
        if (listing is null || before is null)
        {
            return Problem.Of(ShowcaseErrors.None(id));
        }

        if (IfMatch.Check(http, before.Revision, required: false) is { } stale)
        {
            return stale;
        }

        if (!before.End(now, today).Is(out var ended, out var error))
        {
            return Problem.Of(error);
        }

        await FirstReleaseStore.SaveAsync(session, ended);
        return new Answer(200, ended.ToBody(id, listing.IsOpen, await ListingPictureStore.FindAsync(session, id), today)) { Revision = ended.Revision };
    }
}
