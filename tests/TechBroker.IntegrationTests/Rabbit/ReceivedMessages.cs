using System.Text.Json;

namespace TechBroker.IntegrationTests.Rabbit;

/// <summary>What lies in a queue, taken out without the program.</summary>
internal static class ReceivedMessages
{
    /// <summary>Waits for so many, and then takes whatever is there.</summary>
    /// <returns>Their message ids.</returns>
    public static async Task<List<Guid>> AllAsync(Installation place, string queue, int count)
    {
        await Support.Eventually.BecomesAsync(async () => await place.MessagesAsync(queue) >= count, $"{count} messages in {queue}");
        await using var connection = await place.Broker.ConnectAsync(place.VirtualHost);
        await using var channel = await connection.CreateChannelAsync();
        var ids = new List<Guid>();
        while (await channel.BasicGetAsync(queue, autoAck: true) is { } message)
        {
            ids.Add(JsonElement.Parse(message.Body.Span).GetProperty("messageId").GetGuid());
        }

        return ids;
    }
}
