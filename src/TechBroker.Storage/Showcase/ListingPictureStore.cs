using TechBroker.Domain;
using TechBroker.Domain.Pictures;
using TechBroker.Domain.Showcase;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Showcase;

/// <summary>What is known of the pictures of listings; the files themselves lie outside the database.</summary>
public static class ListingPictureStore
{
    private const string Columns = "Id, ListingId, Format, Width, Height, Length, Sha256, UploadedBy, UploadedAt";

    /// <summary>The listing's picture from now on; another that it had is taken away.</summary>
    public static async Task SetAsync(WriteSession session, ListingPicture picture)
    {
        await RemoveRowAsync(session, picture.ListingId, picture.UploadedAt);
        var row = PictureRow.Of(picture);
        await session.RunAsync($"INSERT INTO ListingPicture ({Columns}) VALUES (@Id, @ListingId, @Format, @Width, @Height, @Length, @Sha256, @UploadedBy, @UploadedAt)", row);
        session.Record("listing.pictureSet", "listing", picture.ListingId, new { PictureId = picture.Id, row.Format, row.Width, row.Height, row.Length, row.Sha256 });
    }

    /// <returns>False where it has none.</returns>
    public static async Task<bool> RemoveAsync(WriteSession session, Guid listingId, DateTimeOffset now)
    {
        var removed = await RemoveRowAsync(session, listingId, now);
        if (removed)
        {
            session.Record("listing.pictureRemoved", "listing", listingId);
        }

        return removed;
    }

    public static async Task<ListingPicture?> FindAsync(SqlSession session, Guid listingId) =>
        (await session.FirstAsync<PictureRow>($"SELECT {Columns} FROM ListingPicture WHERE ListingId = @listingId AND RemovedAt IS NULL", new { listingId }))?.ToPicture();

    /// <summary>Those that were taken away too: their content is kept as long as their row.</summary>
    public static async Task<bool> IsContentUsedAsync(SqlSession session, string sha256) =>
        await session.FirstAsync<int>("SELECT COUNT(*) FROM ListingPicture WHERE Sha256 = @sha256", new { sha256 }) > 0;

    /// <summary>Taken away, or of listings that left the market for good, before a time.</summary>
    public static Task<IReadOnlyList<SpentPicture>> SpentAsync(SqlSession session, DateTimeOffset before, int limit) => session.ListAsync<SpentPicture>(
        $"""
        SELECT p.Id, p.ListingId, p.Sha256 FROM ListingPicture p JOIN Listing l ON l.Id = p.ListingId
         WHERE p.RemovedAt < @before OR (l.State IN ('withdrawn', 'transferred') AND l.UpdatedAt < @before)
         ORDER BY p.UploadedAt{session.Dialect.Limit}
        """,
        new { before, Limit = limit });

    public static Task<int> EraseAsync(WriteSession session, SpentPicture picture)
    {
        session.Record("retention.pruned", "listingPicture", picture.ListingId, new { PictureId = picture.Id });
        return session.RunAsync("DELETE FROM ListingPicture WHERE Id = @Id", picture);
    }

    private static async Task<bool> RemoveRowAsync(WriteSession session, Guid listingId, DateTimeOffset now) =>
        await session.RunAsync("UPDATE ListingPicture SET RemovedAt = @now WHERE ListingId = @listingId AND RemovedAt IS NULL", new { listingId, now }) > 0;

    private sealed record PictureRow
    {
        public required Guid Id { get; init; }

        public required Guid ListingId { get; init; }

        public required string Format { get; init; }

        public required int Width { get; init; }

        public required int Height { get; init; }

        public required long Length { get; init; }

        public required string Sha256 { get; init; }

        public required Guid UploadedBy { get; init; }

        public required DateTimeOffset UploadedAt { get; init; }

        public static PictureRow Of(ListingPicture p) => new()
        {
            Id = p.Id,
            ListingId = p.ListingId,
            Format = Codes.Of(p.Format),
            Width = p.Width,
            Height = p.Height,
            Length = p.Length,
            Sha256 = p.Sha256,
            UploadedBy = p.UploadedBy,
            UploadedAt = p.UploadedAt,
        };

        public ListingPicture ToPicture() => new()
        {
            Id = Id,
            ListingId = ListingId,
            Format = Codes.Parse<PictureFormat>(Format),
            Width = Width,
            Height = Height,
            Length = Length,
            Sha256 = Sha256,
            UploadedBy = UploadedBy,
            UploadedAt = UploadedAt,
        };
    }
}

/// <summary>A picture whose time is over.</summary>
public sealed record SpentPicture
{
    public required Guid Id { get; init; }

    public required Guid ListingId { get; init; }

    public required string Sha256 { get; init; }
}
