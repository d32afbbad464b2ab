using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TechBroker.Domain;
using TechBroker.Storage;
using TechBroker.Storage.Bus;
using TechBroker.Storage.Processes;
using TechBroker.Storage.Sql;

namespace TechBroker.Workers.Rabbit;

/// <summary>
/// Carries outbox rows to the broker and deletes what it has confirmed. Any number of processes may run one: each has the rows that its own
/// process wrote, and claims what belongs to nobody or to one that has not been heard of for its lease.
/// </summary>
internal sealed partial class LeasedRelay(
    Database database,
    CommitSignal signal,
    ConfirmedPublisher publisher,
    BusHealth health,
    RelayReport report,
    RelayIdentity me,
    BusOptions options,
    WorkerOptions workers,
    ProcessState state,
    TimeProvider clock,
    ILogger<LeasedRelay> logger)
    : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    // Confirmed, but still in the outbox: while the disk is full they are not published again and again.
    private readonly List<long> confirmed = [];
    private DateTimeOffset strangersDue;
    private int failures;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                var (committed, changed) = (signal.Next, health.Changed);
                var pause = await RoundAsync(stoppingToken);
                var wait = Task.Delay(pause, clock, stoppingToken);

                // After a failure a commit is no reason to try again sooner.
                await (failures > 0 ? Task.WhenAny(wait, changed) : Task.WhenAny(wait, changed, committed));
            }
        }
        finally
        {
            await ReleaseAsync();
        }
    }

    /// <summary>Everything there is to carry.</summary>
    /// <returns>How long to wait before looking again.</returns>
    private async Task<TimeSpan> RoundAsync(CancellationToken ct)
    {
        try
        {
            while (health.State.Condition < BusCondition.Blocked && await CarryAsync(ct))
            {
            }

            await ParkStrangersAsync(ct);
            var condition = health.State.Condition;
            state.BusIs(condition is BusCondition.Connected ? "ready" : Codes.Of(condition));
            if (failures == 0 && condition < BusCondition.Blocked)
            {
                state.RelayCameRound();
            }

            return failures > 0 ? Pause() : TimeSpan.FromMilliseconds(workers.PollMilliseconds);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return TimeSpan.Zero;
        }
#pragma warning disable CA1031 // The relay must outlive any bad moment of database or bus; the rows are still there.
        catch (Exception e)
#pragma warning restore CA1031
        {
            state.Failed(e);
            if (failures++ == 0)
            {
                Log.Failed(logger, e);
            }

            return Pause();
        }
    }

    /// <returns>Whether there may be more to carry at once.</returns>
    private async Task<bool> CarryAsync(CancellationToken ct)
    {
        await SettleAsync([], ct);
        var rows = await NextAsync(ct);
        if (rows.Count == 0)
        {
            failures = 0;
            if (report.HasComplained && await database.ReadAsync(OutboxStore.CountAsync, ct) == 0)
            {
                report.Withdraw();
            }

            return false;
        }

        var publishing = publisher.PublishAsync(rows, ct);
        await KeepWhileAsync(publishing, rows, ct);
        var results = await publishing;
        confirmed.AddRange(results.Where(r => r.Result is PublishResult.Confirmed).Select(r => r.Row.Id));

        // Where nothing at all got through, it is the broker and no row: all stay as they are, and the relay takes its time.
        var allFailed = results.All(r => r.Result is PublishResult.Unconfirmed);
        report.Tell(results, allFailed);
        failures = allFailed ? failures + 1 : 0;
        await SettleAsync(allFailed ? [] : results, ct);
        return !allFailed;
    }

    private async Task<IReadOnlyList<OutboxMessage>> NextAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();

        // With less of its lease left than a third, a row is claimed again before it is published.
        var rows = await database.ReadAsync(s => OutboxLeases.OwnedAsync(s, me.Name, now + (me.Lease / 3), options.PublishBatch), ct);
        if (rows.Count > 0 || !await database.ReadAsync(s => OutboxLeases.AnyFreeAsync(s, me.Name, OutboxMessage.KnownTypes, now), ct))
        {
            return rows;
        }

        await database.WriteAsync(s => OutboxLeases.ClaimAsync(s, me.Name, OutboxMessage.KnownTypes, now, now + me.Lease, options.PublishBatch), ct);
        return await database.ReadAsync(s => OutboxLeases.OwnedAsync(s, me.Name, now + (me.Lease / 3), options.PublishBatch), ct);
    }

    private async Task KeepWhileAsync(Task publishing, IReadOnlyList<OutboxMessage> rows, CancellationToken ct)
    {
        while (await Task.WhenAny(publishing, Task.Delay(me.Lease / 3, clock, ct)) != publishing && !ct.IsCancellationRequested)
        {
            await database.WriteAsync(s => OutboxLeases.ProlongAsync(s, me.Name, [.. rows.Select(r => r.Id)], clock.GetUtcNow() + me.Lease), ct);
        }
    }

    /// <summary>One write for a whole batch: what is confirmed goes, what nobody can read is parked, the rest is tried again later.</summary>
    private async Task SettleAsync(IReadOnlyList<PublishedRow> results, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var unreadable = results.Where(r => r.Result is PublishResult.Unreadable).ToList();
        var resting = results.Where(r => r.Result is PublishResult.Unroutable or PublishResult.Unconfirmed).Select(r => (r.Row.Id, Until: now + Rest(now - r.Row.CreatedAt))).ToList();
        if (confirmed.Count + unreadable.Count + resting.Count == 0)
        {
            return;
        }

        await database.WriteAsync(
            async session =>
            {
                foreach (var some in confirmed.Chunk(500))
                {
                    await OutboxLeases.DeleteAsync(session, some);
                }

                foreach (var row in unreadable)
                {
                    await Parking.ParkAsync(session, row.Row, nameof(LeasedRelay), row.Fault!, now);
                }

                if (resting.Count > 0)
                {
                    await OutboxLeases.RestAsync(session, resting);
                }
            },
            ct);
        confirmed.Clear();
        unreadable.ForEach(r => Log.Parked(logger, r.Row.Type, r.Row.MessageId, r.Fault!.GetType().Name));
    }

    /// <summary>A newer version wrote them, and none of it has come by since.</summary>
    private async Task ParkStrangersAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (now < strangersDue)
        {
            return;
        }

        strangersDue = now.AddMinutes(1);
        var strangers = await database.ReadAsync(s => OutboxLeases.StrangersAsync(s, OutboxMessage.KnownTypes, now, 100), ct);
        if (strangers.Count > 0)
        {
            Log.Strangers(logger, strangers.Count, strangers[0].Type, options.UnknownTypeMinutes);
        }

        var tooOld = strangers.Where(r => r.CreatedAt < now.AddMinutes(-options.UnknownTypeMinutes)).ToList();
        if (tooOld.Count > 0)
        {
            await SettleAsync([.. tooOld.Select(r => new PublishedRow(r, PublishResult.Unreadable, new NotSupportedException($"'{r.Type}' is no message type that this version knows.")))], ct);
        }
    }

    private async Task ReleaseAsync()
    {
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            await database.WriteAsync(s => OutboxLeases.ReleaseAsync(s, me.Name), patience.Token);
        }
#pragma warning disable CA1031 // The leases end by themselves; this only saves the others the wait.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Log.Failed(logger, e);
        }
    }

    // Apart from each other, so that several relays do not all come back at the same moment.
    private TimeSpan Pause() => TimeSpan.FromMilliseconds(Math.Min(LongestPause.TotalMilliseconds, 250 * Math.Pow(2, Math.Min(failures, 10))) * (0.5 + (Random.Shared.NextDouble() / 2)));

    // The longer a row has been waiting already, the longer until its next try: one second, and fifteen in the end.
    private static TimeSpan Rest(TimeSpan age) => TimeSpan.FromSeconds(Math.Clamp(age.TotalSeconds / 2, 1, 15) * (0.75 + (Random.Shared.NextDouble() / 4)));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The relay could not go on and tries again; messages wait in the outbox")]
        public static partial void Failed(ILogger logger, Exception exception);

        [LoggerMessage(3, LogLevel.Error, "Parked {Type} {MessageId}: {Reason}")]
        public static partial void Parked(ILogger logger, string type, Guid messageId, string reason);

        [LoggerMessage(4, LogLevel.Warning, "{Count} messages in the outbox are of types that this version does not know, such as {Type}; they are left to newer ones and parked after {Minutes} minutes")]
        public static partial void Strangers(ILogger logger, int count, string type, int minutes);
    }
}
