using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Domain.Pictures;
using TechBroker.Storage.Showcase;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Showcase;

/// <summary>
/// GET /listings/{id}/picture: shown in place, to whoever sees the listing. Browsers keep it and ask each time whether it still stands (304): once a listing
/// is off the market, so is its picture.
/// </summary>
internal static class GetPicture
{
    public static void Map(IEndpointRouteBuilder listings) => listings.Get("/{id:guid}/picture", Rule.Sees(Kind.Listing), HandleAsync)
        .Produces<string>(contentType: "image/png").Produces<string>(contentType: "image/jpeg").Produces<string>(contentType: "image/webp")
        .Produces(206).Produces(304).ProducesProblem(404).Produces(416).ProducesProblem(503)
        .WithName("getListingPicture").WithSummary("Read a listing's picture");

    private static async Task<IResult> HandleAsync(Guid id, HttpContext http, Database database, PictureFiles files, CancellationToken ct)
    {
        if (await database.ReadAsync(s => ListingPictureStore.FindAsync(s, id), ct) is not { } picture)
        {
            return Problem.Of(PictureErrors.Missing(id));
        }

        if (await files.OpenAsync(picture.Sha256, ct) is not { } content)
        {
            return new Problem(503, "picture-damaged", new(
                "服务器上的图片文件已损坏或缺失；请重新上传，或联系管理员从备份恢复。",
                "The picture's file on the server is damaged or missing; upload it again, or ask the operator to restore it from a backup."));
        }

        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.Headers.ContentDisposition = $"inline; filename=\"{id}{picture.Format.Ending()}\"";
        return Results.Stream(content, picture.Format.MediaType(), lastModified: picture.UploadedAt, entityTag: new EntityTagHeaderValue($"\"{picture.Sha256}\""), enableRangeProcessing: true);
    }
}
