using Microsoft.Extensions.Logging;
using TechBroker.Contracts.Messages;
using TechBroker.Storage.Bus;
using TechBroker.Storage.Sql;

namespace TechBroker.Workers.Notices;

/// <summary>
/// Turns a batch of messages into notices and deliveries in one transaction, and does nothing else: whatever is slow or dead outside, the bus
/// goes on. A batch that fails is tried one by one, and what still fails is parked.
/// </summary>
internal sealed partial class NoticeRun(
    Database database, NoticeWriting writing, RetentionOptions retention, TimeProvider clock, ILogger<NoticeRun> logger, BusOptions? bus = null)
{
    public async Task RunAsync(string consumer, IReadOnlyList<OutboxMessage> batch, CancellationToken ct)
    {
        try
        {
            if (await database.WriteAsync(s => WriteAsync(s, consumer, batch), ct) is [var first, ..] old)
            {
                Log.PassedOver(logger, old.Count, first.Type, first.MessageId);
            }
        }
        catch (Exception e) when (Trouble.IsOfTheMessage(e, database.Dialect))
        {
            if (batch is [var only])
            {
                Log.Parked(logger, only.Type, only.MessageId, e.GetType().Name);
                await database.WriteAsync(s => Parking.ParkAsync(s, only, consumer, e, clock.GetUtcNow()), ct);
                return;
            }

            foreach (var message in batch)
            {
                await RunAsync(consumer, [message], ct);
            }
        }
    }

    /// <returns>Those that nobody is told of any more.</returns>
    private async Task<IReadOnlyList<OutboxMessage>> WriteAsync(WriteSession session, string consumer, IReadOnlyList<OutboxMessage> batch)
    {
        var old = new List<OutboxMessage>();
        var now = clock.GetUtcNow();
        foreach (var message in batch)
        {
            if (await InboxStore.ReceiveAsync(session, message.MessageId, consumer, now))
            {
                var opened = message.Open().Message;
                if (AtOf(opened) < now.AddDays(-retention.InboxDays))
                {
                    // The inbox may no longer remember that it was told. Nobody is helped by old news, least of all twice.
                    old.Add(message);
                    continue;
                }

                await (opened switch
                {
                    EngagementChanged m => writing.EngagementAsync(session, m, now),
                    EngagementEscalated m => writing.EscalatedAsync(session, m, now),
                    DealRecorded m => writing.DealAsync(session, m.DealId, null, Domain.Notices.NoticeKinds.DealRecorded, m.At, now),
                    DealChanged m => writing.DealAsync(session, m.DealId, m.Revision, Domain.Notices.NoticeKinds.DealChanged, m.At, now),
                    _ => throw new NotSupportedException($"'{message.Type}' is nothing to be told of."),
                });
            }
        }

        if (bus is not { IsDurable: true })
        {
            await OutboxStore.SettleAsync(session, batch.Select(m => m.MessageId));
        }

        return old;
    }

    private static DateTimeOffset AtOf(object message) => message switch
    {
        EngagementChanged m => m.At,
        EngagementEscalated m => m.At,
        DealRecorded m => m.At,
        DealChanged m => m.At,
        _ => DateTimeOffset.MaxValue,
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Parked {Type} {MessageId}: {Reason}. Replay it with POST /api/v1/parked-messages/{{id}}/replay")]
        public static partial void Parked(ILogger logger, string type, Guid messageId, string reason);

        [LoggerMessage(2, LogLevel.Warning, "{Count} messages, the first of them {Type} {MessageId}, are older than the inbox remembers; nobody is told of them")]
        public static partial void PassedOver(ILogger logger, int count, string type, Guid messageId);
    }
}
