using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Bus;

/// <summary>The outbox as the relay and the consumers see it.</summary>
public static class OutboxStore
{
    public static Task<IReadOnlyList<OutboxMessage>> AfterAsync(SqlSession session, long id, int limit) =>
        session.ListAsync<OutboxMessage>(
            "SELECT Id, MessageId, Type, Body, CreatedAt, TraceParent FROM Outbox WHERE Id > @id ORDER BY Id" + session.Dialect.Limit,
            new { id, Limit = limit });

    /// <summary>Rows up to and including an id: sent, but not yet settled by their consumer.</summary>
    public static Task<int> UnsettledAsync(SqlSession session, long id) =>
        session.FirstAsync<int>("SELECT COUNT(*) FROM Outbox WHERE Id <= @id", new { id });

    public static Task<int> CountAsync(SqlSession session) => session.FirstAsync<int>("SELECT COUNT(*) FROM Outbox");

    /// <summary>Age of the oldest row, or null where there is none.</summary>
    public static Task<DateTimeOffset?> OldestAsync(SqlSession session) =>
        session.FirstAsync<DateTimeOffset?>("SELECT MIN(CreatedAt) FROM Outbox");

    public static Task SettleAsync(WriteSession session, IEnumerable<Guid> messageIds) =>
        session.RunAsync("DELETE FROM Outbox WHERE MessageId = @messageId", messageIds.Select(messageId => new { messageId }));
}
