using Microsoft.Extensions.Logging;
using TechBroker.Contracts.Messages;
using TechBroker.Storage.Bus;
using TechBroker.Storage.Sql;

namespace TechBroker.Workers.Notices;

/// <summary>
/// Turns a batch of messages into notices and deliveries in one transaction, and does nothing else: whatever is slow or dead outside, the bus
/// goes on. A batch that fails is tried one by one, and what still fails is parked.
/// </summary>
internal sealed partial class NoticeRun(Database database, NoticeWriting writing, TimeProvider clock, ILogger<NoticeRun> logger, BusOptions? bus = null)
{
    public async Task RunAsync(string consumer, IReadOnlyList<OutboxMessage> batch, CancellationToken ct)
    {
        try
        {
            await database.WriteAsync(s => WriteAsync(s, consumer, batch), ct);
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

    private async Task WriteAsync(WriteSession session, string consumer, IReadOnlyList<OutboxMessage> batch)
    {
        var now = clock.GetUtcNow();
        foreach (var message in batch)
        {
            if (await InboxStore.ReceiveAsync(session, message.MessageId, consumer, now))
            {
                await (message.Open().Message switch
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
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Parked {Type} {MessageId}: {Reason}. Replay it with POST /api/v1/parked-messages/{{id}}/replay")]
        public static partial void Parked(ILogger logger, string type, Guid messageId, string reason);
    }
}
