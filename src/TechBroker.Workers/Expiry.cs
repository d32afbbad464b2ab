using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TechBroker.Contracts.Messages;
using TechBroker.Domain.Listings;
using TechBroker.Domain.Needs;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Workers;

/// <summary>Closes listings and needs whose last day has passed: at start and then every hour.</summary>
internal sealed partial class Expiry(Database database, TimeProvider clock, ILogger<Expiry> logger) : BackgroundService
{
    private const int AtOnce = 500;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        do
        {
            try
            {
                while (await database.WriteAsync(CloseSomeAsync, stoppingToken) >= AtOnce)
                {
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A row that cannot be read or closed must not end the whole program, which is what an exception here does.
            catch (Exception e)
#pragma warning restore CA1031
            {
                Log.Failed(logger, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <returns>How many were closed; what cannot be closed does not count, or it would be tried again at once and forever.</returns>
    private async Task<int> CloseSomeAsync(WriteSession session)
    {
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var closed = 0;
        var listings = await ListingStore.OverdueAsync(session, today, AtOnce);
        foreach (var listing in listings)
        {
            if (listing.Do(ListingAction.Expire, now, lifetimeDays: 0).Is(out var expired, out _))
            {
                await ListingStore.UpdateAsync(session, expired, ListingAction.Expire.Done());
                await session.PublishAsync(new ListingClosed { ListingId = expired.Id, Revision = expired.Revision, At = now }, now);
                closed++;
            }
        }

        var needs = await NeedStore.OverdueAsync(session, today, AtOnce);
        foreach (var need in needs)
        {
            if (need.Do(NeedAction.Expire, now, lifetimeDays: 0).Is(out var expired, out _))
            {
                await NeedStore.UpdateAsync(session, expired, NeedAction.Expire.Done());
                await session.PublishAsync(new NeedClosed { NeedId = expired.Id, Revision = expired.Revision, At = now }, now);
                closed++;
            }
        }

        return closed;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Expired listings and needs could not be closed; the next try is in an hour")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
