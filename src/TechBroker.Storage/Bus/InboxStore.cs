using TechBroker.Storage.Sql;
using TechBroker.Storage.Telemetry;

namespace TechBroker.Storage.Bus;

/// <summary>Which consumer has dealt with which message.</summary>
public static class InboxStore
{
    /// <returns>False where the consumer has dealt with the message before.</returns>
    public static async Task<bool> ReceiveAsync(WriteSession session, Guid messageId, string consumer, DateTimeOffset at)
    {
        var first = await session.RunAsync(session.Dialect.ReceiveOnce, new { messageId, consumer, at }) == 1;
        if (!first)
        {
            Instruments.Duplicates.Add(1, new KeyValuePair<string, object?>("consumer", consumer));
        }

        return first;
    }

    /// <summary>Those of the messages that the consumer has dealt with before.</summary>
    public static async Task<IReadOnlySet<Guid>> KnownAsync(SqlSession session, IEnumerable<Guid> messageIds, string consumer) =>
        (await session.ListAsync<Guid>(
            "SELECT MessageId FROM Inbox WHERE Consumer = @consumer AND MessageId IN @ids",
            new { consumer, ids = messageIds.Select(id => id.ToString("D")) })).ToHashSet();
}
