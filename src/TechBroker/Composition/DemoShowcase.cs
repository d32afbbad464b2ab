using System.Security.Cryptography;
using System.Text.Json;
using TechBroker.Domain.Engagements;
using TechBroker.Domain.Listings;
using TechBroker.Domain.Pictures;
using TechBroker.Domain.Showcase;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Showcase;
using TechBroker.Storage.Sql;

namespace TechBroker.Composition;

/// <summary>The first releases of deploy/demo: their lines with the demo market, their pictures after it, since files have no place in a transaction.</summary>
internal sealed class DemoShowcase(DemoPeople people, DateTimeOffset now)
{
    public static async Task<int> LoadAsync(WriteSession session, IReadOnlyDictionary<string, Listing> listings, DateTimeOffset now)
    {
        var count = 0;
        foreach (var line in DemoFile.Lines("first-releases"))
        {
            await FirstReleaseStore.SaveAsync(session, ReleaseOf(line, listings, now));
            count++;
        }

        return count;
    }

    public async Task DrawAsync(PictureFiles files, Database database, IReadOnlyDictionary<string, Listing> listings, CancellationToken ct)
    {
        foreach (var line in DemoFile.Lines("first-releases"))
        {
            var (content, listing) = (DemoScenes.Png(line.Text("scene")!), listings[line.Text("listing")!]);
            var picture = new ListingPicture
            {
                Id = Guid.NewGuid(),
                ListingId = listing.Id,
                Format = PictureFormat.Png,
                Width = DemoDrawing.Width,
                Height = DemoDrawing.Height,
                Length = content.Length,
                Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)),
                UploadedBy = people.IdOf("organiser"),
                UploadedAt = now,
            };
            await using var file = files.Begin();
            await file.WriteAsync(content, ct);
            file.Flush(flushToDisk: true);
            await files.KeepAsync(file.Name, picture.Sha256, () => database.WriteAsync(
                Actor.Operator,
                async session =>
                {
                    await ListingPictureStore.SetAsync(session, picture);
                    return true;
                },
                ct));
        }
    }

    private static FirstRelease ReleaseOf(JsonElement line, IReadOnlyDictionary<string, Listing> listings, DateTimeOffset now) => new()
    {
        ListingId = listings[line.Text("listing")!].Id,
        Revision = 1,
        PitchZh = line.Text("pitchZh"),
        PitchEn = line.Text("pitchEn"),
        Since = DaysAgo(line.Number("daysAgo")!.Value, now),
        EndedOn = line.Number("endedDaysAgo") is { } ended ? DaysAgo(ended, now) : null,
        UpdatedAt = now,
    };

    private static DateOnly DaysAgo(int days, DateTimeOffset now) => CentreDay.Of(now.AddDays(-days));
}
