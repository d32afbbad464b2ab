using System.Data.Common;
using System.Text.Json;
using TechBroker.Storage.Bus;
using TechBroker.Storage.Sql;

namespace TechBroker.Workers;

/// <summary>Takes a message out of the flow: kept with its reason, off the outbox, and in the inbox so that no redelivery tries it again.</summary>
internal static class Parking
{
    public static async Task ParkAsync(WriteSession session, OutboxMessage message, string consumer, Exception reason, DateTimeOffset now)
    {
        if (await InboxStore.ReceiveAsync(session, message.MessageId, consumer, now))
        {
            await ParkedMessageStore.ParkAsync(session, new ParkedMessage
            {
                Id = Guid.NewGuid(),
                MessageId = message.MessageId,
                Type = message.Type,
                Body = message.Body,
                Consumer = consumer,
                Reason = ReasonOf(reason),
                ParkedAt = now,
            });
        }

        await OutboxStore.SettleAsync(session, [message.MessageId]);
    }

    // Messages of these name constraints, message types and places in a message, which holds ids alone. What anything else says may quote the item
    // that it was about, and a hidden need's words must not stand in a queue that others read.
    private static string ReasonOf(Exception reason) =>
        reason is DbException or InvalidDataException or JsonException or NotSupportedException ? $"{reason.GetType().Name}: {reason.Message}" : reason.GetType().Name;
}
