using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using TechBroker.Domain.Pictures;
using TechBroker.Domain.Showcase;
using TechBroker.IntegrationTests.Showcase;
using TechBroker.IntegrationTests.Support;
using TechBroker.Storage.Showcase;

namespace TechBroker.IntegrationTests.Access;

/// <summary>Listings with a first release and a picture for the matrix.</summary>
internal static class ShowcaseItems
{
    public static async Task<Guid> ShownListingAsync(this Matrix matrix, Person owner, bool published)
    {
        var (listing, content, database) = (await matrix.Items.ListingAsync(owner, published), SamplePictures.Png(), matrix.Server.Database);
        var picture = new ListingPicture
        {
            Id = Guid.NewGuid(),
            ListingId = listing,
            Format = PictureFormat.Png,
            Width = 640,
            Height = 480,
            Length = content.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)),
            UploadedBy = owner.Id,
            UploadedAt = DateTimeOffset.UtcNow,
        };
        var files = matrix.Server.App.Services.GetRequiredService<PictureFiles>();
        await using var file = files.Begin();
        await file.WriteAsync(content);
        await file.FlushAsync();
        return await files.KeepAsync(file.Name, picture.Sha256, () => database.WriteAsync(
            async session =>
            {
                await ListingPictureStore.SetAsync(session, picture);
                await FirstReleaseStore.SaveAsync(session, new FirstRelease { ListingId = listing, Revision = 1, PitchZh = "第一次展出", Since = new DateOnly(2026, 1, 1), UpdatedAt = picture.UploadedAt });
                return listing;
            },
            CancellationToken.None));
    }
}
