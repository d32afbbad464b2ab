using TechBroker.Storage;
using TechBroker.Storage.Leases;
using TechBroker.Storage.Privacy;
using TechBroker.Storage.Showcase;
using TechBroker.Storage.Sql;

namespace TechBroker.Workers.Periodic;

/// <summary>Every hour: erases what tells of people and has been kept for as long as <see cref="PrivacyOptions"/> says.</summary>
internal sealed class Retention(Database database, StorageOptions storage, PictureFiles pictures, PrivacyOptions privacy, TimeProvider clock) : IPeriodicRound
{
    // A few milliseconds of writing: whoever posts meanwhile does not notice.
    private const int AtOnce = 200;

    public string Name => "Erasing what has been kept long enough";

    public TimeSpan Every => TimeSpan.FromHours(1);

    /// <summary>Everything that is due by now.</summary>
    public async Task RunAsync(HeldLease lease, CancellationToken ct)
    {
        await AllAsync(RetentionStore.AddressesAsync, privacy.SignInAddressDays, lease, ct);

        // A session that has traces cannot go before they do.
        await AllAsync(RetentionStore.SpentTokensAsync, privacy.SpentRefreshTokenDays, lease, ct);
        await AllAsync(RetentionStore.SessionsAsync, privacy.EndedSessionDays, lease, ct);
        await AllAsync(RetentionStore.LinksAsync, privacy.OneTimeLinkDays, lease, ct);
        await AllAsync(RetentionStore.AnswersAsync, privacy.IdempotentAnswerDays, lease, ct);
        await AllAsync(RetentionStore.ReadNoticesAsync, privacy.ReadNoticeDays, lease, ct);
        await AllAsync(RetentionStore.UnreadNoticesAsync, privacy.UnreadNoticeDays, lease, ct);
        await AllAsync(RetentionStore.DeliveriesAsync, privacy.DeliveryDays, lease, ct);
        await ImportsAsync(lease, ct);
        await PicturesAsync(lease, ct);
    }

    private async Task AllAsync(Func<WriteSession, DateTimeOffset, int, Task<int>> take, int days, HeldLease lease, CancellationToken ct)
    {
        var before = clock.GetUtcNow().AddDays(-days);
        while (await lease.WriteAsync(s => take(s, before, AtOnce), ct) == AtOnce)
        {
        }
    }

    private async Task ImportsAsync(HeldLease lease, CancellationToken ct)
    {
        var before = clock.GetUtcNow().AddDays(-privacy.ImportFileDays);
        while (await database.ReadAsync(s => RetentionStore.ImportsAsync(s, before, AtOnce), ct) is { Count: > 0 } jobs)
        {
            foreach (var job in jobs)
            {
                while (await lease.WriteAsync(s => RetentionStore.ImportIssuesAsync(s, job, AtOnce), ct) == AtOnce)
                {
                }

                // Where the process dies in between, the next one finds the job again. Nobody has a folder who never imported.
                if (File.Exists(storage.ImportFile(job)))
                {
                    File.Delete(storage.ImportFile(job));
                }

                await lease.WriteAsync(s => RetentionStore.ImportPrunedAsync(s, job, clock.GetUtcNow()), ct);
            }
        }
    }

    private async Task PicturesAsync(HeldLease lease, CancellationToken ct)
    {
        var before = clock.GetUtcNow().AddDays(-privacy.RemovedPictureDays);
        while (await database.ReadAsync(s => ListingPictureStore.SpentAsync(s, before, AtOnce), ct) is { Count: > 0 } spent)
        {
            foreach (var picture in spent)
            {
                await pictures.ReleaseAsync(picture.Sha256, () => lease.WriteAsync(s => ListingPictureStore.EraseAsync(s, picture), ct));
            }
        }
    }
}
