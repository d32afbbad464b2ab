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
                Reason = $"{reason.GetType().Name}: {reason.Message}",
                ParkedAt = now,
            });
        }

        await OutboxStore.SettleAsync(session, [message.MessageId]);
    }
}
