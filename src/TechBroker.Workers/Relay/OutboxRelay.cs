using System.Text.Json;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TechBroker.Storage;
using TechBroker.Storage.Bus;
using TechBroker.Storage.Sql;

namespace TechBroker.Workers.Relay;

/// <summary>
/// Carries outbox rows to the in-memory bus: woken by commits, polling for other processes' rows. The bus forgets when the process dies,
/// so a row stays until its consumer's commit deletes it; what is left at start, or for too long, is sent again.
/// </summary>
internal sealed partial class OutboxRelay(
    Database database, CommitSignal signal, IBus bus, ConsumedMessages consumed, WorkerOptions options, TimeProvider clock, ILogger<OutboxRelay> logger)
    : BackgroundService
{
    private const int ReadLimit = 500;
    private readonly Queue<(long UpTo, DateTimeOffset At)> sent = new();
    private long last;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var committed = signal.Next;
            try
            {
                while (await SendNextAsync(stoppingToken))
                {
                }

                await RedeliverAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The relay must outlive any bad moment of database or bus; the rows are still there.
            catch (Exception e)
#pragma warning restore CA1031
            {
                Log.Failed(logger, e);
                committed = Task.Delay(Timeout.Infinite, stoppingToken);
            }

            await Task.WhenAny(committed, Task.Delay(options.PollMilliseconds, stoppingToken));
        }
    }

    /// <returns>Whether there may be more to send at once.</returns>
    private async Task<bool> SendNextAsync(CancellationToken ct)
    {
        var (unsettled, rows) = await database.ReadAsync(
            async s => (last == 0 ? 0 : await OutboxStore.UnsettledAsync(s, last), await OutboxStore.AfterAsync(s, last, ReadLimit)), ct);
        if (rows.Count == 0 || unsettled >= options.InFlightLimit)
        {
            return false;
        }

        await SendAsync(rows, ct);
        last = rows[^1].Id;
        sent.Enqueue((last, clock.GetUtcNow()));
        return true;
    }

    private async Task RedeliverAsync(CancellationToken ct)
    {
        var due = clock.GetUtcNow().AddSeconds(-options.RedeliverAfterSeconds);
        var upTo = 0L;
        while (sent.TryPeek(out var oldest) && oldest.At <= due)
        {
            upTo = sent.Dequeue().UpTo;
        }

        if (upTo == 0)
        {
            return;
        }

        for (var from = 0L; from < upTo;)
        {
            var rows = await database.ReadAsync(s => OutboxStore.AfterAsync(s, from, ReadLimit), ct);
            var stale = rows.Where(r => r.Id <= upTo).ToList();
            if (stale.Count == 0)
            {
                return;
            }

            Log.Redelivered(logger, stale.Count);
            await SendAsync(stale, ct);
            sent.Enqueue((stale[^1].Id, clock.GetUtcNow()));
            from = stale[^1].Id;
        }
    }

    private async Task SendAsync(IReadOnlyList<OutboxMessage> rows, CancellationToken ct)
    {
        var done = new List<Guid>();
        foreach (var row in rows)
        {
            if (await TryOpenAsync(row, ct) is not var (type, message))
            {
                continue;
            }

            await bus.Publish(message, type, context => context.MessageId = row.MessageId, ct);
            if (!consumed.Contains(row.Type))
            {
                done.Add(row.MessageId);
            }
        }

        // Nobody in this process consumes these, so nobody else would delete their rows.
        if (done.Count > 0)
        {
            await database.WriteAsync(
                async s =>
                {
                    await OutboxStore.SettleAsync(s, done);
                    return true;
                },
                ct);
        }
    }

    private async Task<(Type Type, object Message)?> TryOpenAsync(OutboxMessage row, CancellationToken ct)
    {
        try
        {
            return row.Open();
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            Log.Parked(logger, row.Type, row.MessageId, e.GetType().Name);
            await database.WriteAsync(s => Parking.ParkAsync(s, row, nameof(OutboxRelay), e, clock.GetUtcNow()), ct);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The relay could not go on and tries again; messages wait in the outbox")]
        public static partial void Failed(ILogger logger, Exception exception);

        [LoggerMessage(2, LogLevel.Warning, "{Count} messages were not dealt with in time and are sent again")]
        public static partial void Redelivered(ILogger logger, int count);

        [LoggerMessage(3, LogLevel.Error, "Parked {Type} {MessageId}: {Reason}")]
        public static partial void Parked(ILogger logger, string type, Guid messageId, string reason);
    }
}
