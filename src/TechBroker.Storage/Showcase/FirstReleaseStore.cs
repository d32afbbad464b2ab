using TechBroker.Domain.Showcase;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Showcase;

/// <summary>First releases; the audit record has when each was set and ended, without what it says.</summary>
public static class FirstReleaseStore
{
    private const string Columns = "ListingId, Revision, PitchZh, PitchEn, Since, EndedOn, UpdatedAt";

    public static Task<FirstRelease?> FindAsync(SqlSession session, Guid listingId) =>
        session.FirstAsync<FirstRelease>($"SELECT {Columns} FROM FirstRelease WHERE ListingId = @listingId", new { listingId });

    /// <param name="session">In which the revision before was read.</param>
    /// <param name="release">As it is to stand.</param>
    public static async Task SaveAsync(WriteSession session, FirstRelease release)
    {
        await session.RunAsync(
            release.Revision == 1
                ? $"INSERT INTO FirstRelease ({Columns}) VALUES (@ListingId, @Revision, @PitchZh, @PitchEn, @Since, @EndedOn, @UpdatedAt)"
                : """
                  UPDATE FirstRelease SET Revision = @Revision, PitchZh = @PitchZh, PitchEn = @PitchEn, Since = @Since, EndedOn = @EndedOn, UpdatedAt = @UpdatedAt
                   WHERE ListingId = @ListingId
                  """,
            new { release.ListingId, release.Revision, release.PitchZh, release.PitchEn, release.Since, release.EndedOn, release.UpdatedAt });
        session.Record(release.IsCurrent ? "listing.firstReleaseSet" : "listing.firstReleaseEnded", "listing", release.ListingId, new { release.Revision, release.Since, release.EndedOn });
    }

    /// <summary>What is in the showcase on a day: current first releases of published listings, newest first.</summary>
    /// <param name="session">Any.</param>
    /// <param name="today">By the centre's calendar.</param>
    /// <param name="since">Only those after this day and listing; null from the top.</param>
    /// <param name="listingId">With the day.</param>
    /// <param name="limit">At most so many.</param>
    public static Task<IReadOnlyList<ShownRelease>> ShownAsync(SqlSession session, DateOnly today, DateOnly? since, Guid? listingId, int limit) =>
        session.ListAsync<ShownRelease>(
            $"""
            SELECT r.ListingId, r.PitchZh, r.PitchEn, r.Since, l.Title, l.Summary, l.Fields, l.Trl, l.RegionCode, l.OrganisationId, o.Name AS OrganisationName,
                   p.Format, p.Width, p.Height, p.Sha256
              FROM FirstRelease r
              JOIN Listing l ON l.Id = r.ListingId
              LEFT JOIN Organisation o ON o.Id = l.OrganisationId
              LEFT JOIN ListingPicture p ON p.ListingId = r.ListingId AND p.RemovedAt IS NULL
             WHERE r.EndedOn IS NULL AND r.Since <= @today AND l.State = 'published' AND l.MergedInto IS NULL
               AND (@since IS NULL OR r.Since < @since OR (r.Since = @since AND r.ListingId < @listingId))
             ORDER BY r.Since DESC, r.ListingId DESC{session.Dialect.Limit}
            """,
            new { today, since, listingId, Limit = limit });
}
