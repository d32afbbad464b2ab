using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Bus;

/// <summary>Which consumer has dealt with which message.</summary>
public static class InboxStore
{
    /// <returns>False where the consumer has dealt with the message before.</returns>
    public static async Task<bool> ReceiveAsync(WriteSession session, Guid messageId, string consumer, DateTimeOffset at) =>
        await session.RunAsync(session.Dialect.ReceiveOnce, new { messageId, consumer, at }) == 1;
}
