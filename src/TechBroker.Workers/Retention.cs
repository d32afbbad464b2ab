using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TechBroker.Storage;
using TechBroker.Storage.Privacy;
using TechBroker.Storage.Sql;

namespace TechBroker.Workers;

/// <summary>Erases what tells of people and has been kept for as long as <see cref="PrivacyOptions"/> says: at start and then every hour.</summary>
internal sealed partial class Retention(Database database, StorageOptions storage, PrivacyOptions privacy, TimeProvider clock, ILogger<Retention> logger) : BackgroundService
{
    // A few milliseconds of writing: whoever posts meanwhile does not notice.
    private const int AtOnce = 200;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        do
        {
            try
            {
                await PruneAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // What cannot be erased now is erased in an hour; an exception here would end the whole program.
            catch (Exception e)
#pragma warning restore CA1031
            {
                Log.Failed(logger, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Everything that is due by now.</summary>
    internal async Task PruneAsync(CancellationToken ct)
    {
        await AllAsync(RetentionStore.AddressesAsync, privacy.SignInAddressDays, ct);

        // A session that has traces cannot go before they do.
        await AllAsync(RetentionStore.SpentTokensAsync, privacy.SpentRefreshTokenDays, ct);
        await AllAsync(RetentionStore.SessionsAsync, privacy.EndedSessionDays, ct);
        await AllAsync(RetentionStore.LinksAsync, privacy.OneTimeLinkDays, ct);
        await AllAsync(RetentionStore.AnswersAsync, privacy.IdempotentAnswerDays, ct);
        await AllAsync(RetentionStore.ReadNoticesAsync, privacy.ReadNoticeDays, ct);
        await AllAsync(RetentionStore.UnreadNoticesAsync, privacy.UnreadNoticeDays, ct);
        await AllAsync(RetentionStore.DeliveriesAsync, privacy.DeliveryDays, ct);
        await ImportsAsync(ct);
    }

    private async Task AllAsync(Func<WriteSession, DateTimeOffset, int, Task<int>> take, int days, CancellationToken ct)
    {
        var before = clock.GetUtcNow().AddDays(-days);
        while (await database.WriteAsync(s => take(s, before, AtOnce), ct) == AtOnce)
        {
        }
    }

    private async Task ImportsAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow().AddDays(-privacy.ImportFileDays);
        while (await database.ReadAsync(s => RetentionStore.ImportsAsync(s, before, AtOnce), ct) is { Count: > 0 } jobs)
        {
            foreach (var job in jobs)
            {
                while (await database.WriteAsync(s => RetentionStore.ImportIssuesAsync(s, job, AtOnce), ct) == AtOnce)
                {
                }

                // Where the process dies in between, the next one finds the job again. Nobody has a folder who never imported.
                if (File.Exists(storage.ImportFile(job)))
                {
                    File.Delete(storage.ImportFile(job));
                }

                await database.WriteAsync(s => RetentionStore.ImportPrunedAsync(s, job, clock.GetUtcNow()), ct);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "What has been kept long enough could not be erased; the next try is in an hour")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
