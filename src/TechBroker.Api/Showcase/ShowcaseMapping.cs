using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Pictures;
using TechBroker.Domain.Showcase;
using TechBroker.Storage.Showcase;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Showcase;

/// <summary>Between HTTP's words for the showcase and the domain's.</summary>
internal static class ShowcaseMapping
{
    // Of the SHA-256: enough that a new picture has an address that no cache knows.
    private const int Mark = 12;

    /// <param name="release">Null where there is none, or none that the reader is told of.</param>
    /// <param name="listingId">Whose it is.</param>
    /// <param name="isPublished">Whether the listing is.</param>
    /// <param name="picture">Null where it has none.</param>
    /// <param name="today">By the centre's calendar.</param>
    public static FirstReleaseBody ToBody(this FirstRelease? release, Guid listingId, bool isPublished, ListingPicture? picture, DateOnly today) => new()
    {
        ListingId = listingId,
        Revision = release?.Revision ?? 0,
        PitchZh = release?.PitchZh,
        PitchEn = release?.PitchEn,
        Since = release?.Since,
        EndedOn = release?.EndedOn,
        Shown = isPublished && release?.IsShownOn(today) == true,
        Picture = picture?.ToBody(),
    };

    public static PictureBody ToBody(this ListingPicture picture) => Picture(picture.ListingId, picture.Format, picture.Width, picture.Height, picture.Sha256);

    public static ShowcaseBody ToBody(this ShownRelease row) => new()
    {
        ListingId = row.ListingId,
        Title = row.Title,
        Summary = row.Summary,
        Fields = StoredJson.Read<string[]>(row.Fields),
        Trl = row.Trl,
        RegionCode = row.RegionCode,
        OrganisationId = row.OrganisationId,
        OrganisationName = row.OrganisationName,
        PitchZh = row.PitchZh,
        PitchEn = row.PitchEn,
        Since = row.Since,
        Picture = row is { Format: { } format, Width: { } width, Height: { } height, Sha256: { } sha256 }
            ? Picture(row.ListingId, Codes.Parse<PictureFormat>(format), width, height, sha256)
            : null,
    };

    private static PictureBody Picture(Guid listingId, PictureFormat format, int width, int height, string sha256) => new()
    {
        Path = $"/api/v1/listings/{listingId}/picture?v={sha256[..Mark]}",
        MediaType = format.MediaType(),
        Width = width,
        Height = height,
    };
}
