using TechBroker.Domain.Pictures;

namespace TechBroker.Domain.Showcase;

/// <summary>The picture of a listing. It is never changed: another takes its place, or none.</summary>
public sealed record ListingPicture
{
    public required Guid Id { get; init; }

    public required Guid ListingId { get; init; }

    public required PictureFormat Format { get; init; }

    /// <summary>In pixels, as it is shown.</summary>
    public required int Width { get; init; }

    /// <summary>In pixels, as it is shown.</summary>
    public required int Height { get; init; }

    /// <summary>In bytes.</summary>
    public required long Length { get; init; }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    public required Guid UploadedBy { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }
}
