using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Evidence;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Domain.Pictures;
using TechBroker.Domain.Showcase;
using TechBroker.Storage.Market;
using TechBroker.Storage.Showcase;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Showcase;

/// <summary>
/// POST /listings/{id}/picture: the file itself as the body. It is checked by its content, written anew without metadata, and acknowledged when it is safe
/// on disk; it takes the place of the one before.
/// </summary>
internal sealed class PostPicture(HttpContext http, Guid listingId, Database database, PictureFiles files, ClamScanner scanner, Writes writes, TimeProvider clock)
{
    private readonly Caller caller = Caller.Required(http);

    public static void Map(RouteGroupBuilder listings) => listings
        .Post("/{id:guid}/picture", Rules.ChangeListing, (
            Guid id, HttpContext http, Database database, PictureFiles files, ClamScanner scanner, Writes writes, TimeProvider clock, CancellationToken ct) =>
            new PostPicture(http, id, database, files, scanner, writes, clock).HandleAsync(ct))
        .Produces<PictureBody>(201).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(413).ProducesProblem(415).ProducesProblem(422).ProducesProblem(503)
        .WithMetadata(new Place(Dear.Upload), new AcceptsMetadata(["image/png", "image/jpeg", "image/webp"], typeof(Stream)))
        .WithName("postListingPicture").WithSummary("Give a listing a picture: the file is the body, PNG, JPEG or WebP of at most 4 MB");

    private async Task<IResult> HandleAsync(CancellationToken ct)
    {
        if (await database.ReadAsync(async s => await ShowcaseDesk.RefuseAsync(s, await ListingStore.FindAsync(s, listingId), listingId, caller.AccountId), ct) is { } refused)
        {
            return refused;
        }

        var (file, problem) = await ReadAsync(ct);
        if (problem is not null)
        {
            return problem;
        }

        if (!CleanPicture.Of(file).Is(out var picture, out var error))
        {
            return error.Code == PictureErrors.NoPictureCode ? new Problem(415, error.Code, error.Message) : Problem.Of(error);
        }

        if (scanner.IsOn)
        {
            using var content = new MemoryStream(picture.Content);
            if (await scanner.IsCleanAsync(content, ct) is not { } clean)
            {
                return DownloadEvidence.ScannerAway();
            }

            if (!clean)
            {
                return Problem.Of(PictureErrors.Infected());
            }
        }

        return await KeepAsync(picture, ct);
    }

    /// <summary>4 MB fit into memory, and at most as many at once as <see cref="Dear.Upload"/> has places.</summary>
    private async Task<(byte[] File, Problem? Problem)> ReadAsync(CancellationToken ct)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = CleanPicture.MostBytes;
        }

        try
        {
            using var file = new MemoryStream();
            await http.Request.Body.CopyToAsync(file, ct);
            return (file.ToArray(), null);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == 413)
        {
            return ([], new Problem(413, "upload-too-large", new(
                $"图片超过 {CleanPicture.MostBytes / 1024 / 1024} MB，请压缩后上传。", $"The picture is larger than {CleanPicture.MostBytes / 1024 / 1024} MB; make it smaller.")));
        }
        catch (IOException e) when (e is not BadHttpRequestException)
        {
            return ([], new Problem(400, "body-unreadable", new(
                "请求正文的传输格式有误，请重新发送。", "The body arrived in pieces that do not fit together; send it again.")));
        }
    }

    private async Task<IResult> KeepAsync(CleanPicture picture, CancellationToken ct)
    {
        await using var file = files.Begin();
        try
        {
            await file.WriteAsync(picture.Content, ct);

            // What is acknowledged must survive what its row survives.
            file.Flush(flushToDisk: true);
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(picture.Content));
            http.Features.Set(new BodyHash(sha256));
            return await files.KeepAsync(file.Name, sha256, () => writes.RunAsync(http, session => SetAsync(session, picture, sha256)));
        }
        finally
        {
            File.Delete(file.Name);
        }
    }

    private async Task<IResult> SetAsync(WriteSession session, CleanPicture clean, string sha256)
    {
        // The listing may have moved on while the file was on its way.
        if (await ShowcaseDesk.RefuseAsync(session, await ListingStore.FindAsync(session, listingId), listingId, caller.AccountId) is { } refused)
        {
            return refused;
        }

        var picture = new ListingPicture
        {
            Id = Guid.NewGuid(),
            ListingId = listingId,
            Format = clean.Format,
            Width = clean.Width,
            Height = clean.Height,
            Length = clean.Content.Length,
            Sha256 = sha256,
            UploadedBy = caller.AccountId,
            UploadedAt = clock.GetUtcNow(),
        };
        await ListingPictureStore.SetAsync(session, picture);
        return new Answer(201, picture.ToBody()) { Location = $"/api/v1/listings/{listingId}/picture" };
    }
}
