using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Domain.Pictures;
using TechBroker.Storage.Showcase;

namespace TechBroker.Api.Showcase;

/// <summary>DELETE /listings/{id}/picture: gone for everybody at once; its file after a while (Privacy:RemovedPictureDays).</summary>
internal static class DeletePicture
{
    public static void Map(IEndpointRouteBuilder listings) => listings
        .Delete("/{id:guid}/picture", Rules.ChangeListing, (Guid id, HttpContext http, Writes writes, TimeProvider clock) =>
            writes.RunAsync(http, async session => await ListingPictureStore.RemoveAsync(session, id, clock.GetUtcNow())
                ? Results.NoContent()
                : Problem.Of(PictureErrors.Missing(id))))
        .Produces(204).ProducesProblem(404)
        .WithName("deleteListingPicture").WithSummary("Take a listing's picture away");
}
