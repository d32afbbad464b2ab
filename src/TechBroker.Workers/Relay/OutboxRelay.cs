using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TechBroker.Storage;
using TechBroker.Storage.Bus;
using TechBroker.Storage.Processes;
using TechBroker.Storage.Sql;
using TechBroker.Storage.Telemetry;

namespace TechBroker.Workers.Relay;

/// <summary>
/// Carries outbox rows to the in-memory bus: woken by commits, polling for other processes' rows. The bus forgets when the process dies,
/// so a row stays until its consumer's commit deletes it; what is left at start, or for too long, is sent again.
/// </summary>
internal sealed partial class OutboxRelay(
    Database database, CommitSignal signal, IBus bus, ConsumedMessages consumed, ProcessState state, WorkerOptions options, TimeProvider clock, ILogger<OutboxRelay> logger)
    : BackgroundService
{
    private const int ReadLimit = 500;
    private readonly Queue<(long UpTo, DateTimeOffset At)> sent = new();

    // Rows that have come to their end here but could not be taken off the outbox yet.
    private readonly List<Guid> done = [];
    private readonly List<(OutboxMessage Row, Exception Fault)> unreadable = [];
    private long last;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var committed = signal.Next;
            try
            {
                await SettleAsync(stoppingToken);
                while (await SendNextAsync(stoppingToken))
                {
                }

                await RedeliverAsync(stoppingToken);
                state.RelayCameRound();
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
                state.Failed(e);
                committed = Task.Delay(Timeout.Infinite, stoppingToken);
            }

            await Task.WhenAny(committed, Task.Delay(options.PollMilliseconds, stoppingToken));
        }
    }

    /// <returns>Whether there may be more to send at once.</returns>
    private async Task<bool> SendNextAsync(CancellationToken ct)
    {
        var rows = await database.ReadAsync(NextAsync, ct);
        if (rows.Count == 0)
        {
            return false;
        }

        await SendAsync(rows, ct);
        return true;
    }

    /// <returns>As many rows as there is room for on the bus.</returns>
    private async Task<IReadOnlyList<OutboxMessage>> NextAsync(SqlSession session)
    {
        var room = options.InFlightLimit - (last == 0 ? 0 : await OutboxStore.UnsettledAsync(session, last));
        return room <= 0 ? [] : await OutboxStore.AfterAsync(session, last, Math.Min(room, ReadLimit));
    }

    private async Task RedeliverAsync(CancellationToken ct)
    {
        var due = clock.GetUtcNow().AddSeconds(-options.RedeliverAfterSeconds);
        if (!sent.TryPeek(out var oldest) || oldest.At > due)
        {
            return;
        }

        // What is sent here is noted anew, so a failure on the way loses nothing: what has been due stays due until all of it is sent.
        var overdue = sent.TakeWhile(s => s.At <= due).ToList();
        var upTo = overdue.Max(s => s.UpTo);
        for (var from = 0L; from < upTo;)
        {
            var rows = await database.ReadAsync(s => OutboxStore.AfterAsync(s, from, ReadLimit), ct);
            var stale = rows.Where(r => r.Id <= upTo).ToList();
            if (stale.Count == 0)
            {
                break;
            }

            Log.Redelivered(logger, stale.Count);
            await SendAsync(stale, ct);
            from = stale[^1].Id;
        }

        overdue.ForEach(_ => sent.Dequeue());
    }

    private async Task SendAsync(IReadOnlyList<OutboxMessage> rows, CancellationToken ct)
    {
        foreach (var row in rows)
        {
            if (TryOpen(row) is not var (type, message))
            {
                continue;
            }

            using var trace = OutboxTrace.Start(row);
            await bus.Publish(message, type, context => OutboxTrace.Stamp(context, row), ct);
            Instruments.Published.Add(1, new KeyValuePair<string, object?>("type", row.Type));
            if (!consumed.Contains(row.Type))
            {
                done.Add(row.MessageId);
            }
        }

        // They are on the bus, whatever becomes of settling: sending them again at once would flood the bus while the disk is full.
        last = Math.Max(last, rows[^1].Id);
        sent.Enqueue((rows[^1].Id, clock.GetUtcNow()));
        await SettleAsync(ct);
    }

    /// <summary>Takes off the outbox what nobody in this process consumes, so that nobody else would, and what nobody can read.</summary>
    private async Task SettleAsync(CancellationToken ct)
    {
        if (done.Count + unreadable.Count == 0)
        {
            return;
        }

        await database.WriteAsync(
            async s =>
            {
                await OutboxStore.SettleAsync(s, done);
                foreach (var (row, fault) in unreadable)
                {
                    await Parking.ParkAsync(s, row, nameof(OutboxRelay), fault, clock.GetUtcNow());
                }
            },
            ct);
        done.Clear();
        unreadable.Clear();
    }

    private (Type Type, object Message)? TryOpen(OutboxMessage row)
    {
        try
        {
            return row.Open();
        }
#pragma warning disable CA1031 // Whatever is wrong with a row, it must not hold up those behind it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Log.Parked(logger, row.Type, row.MessageId, e.GetType().Name);
            unreadable.Add((row, e));
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
