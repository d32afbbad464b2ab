using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Bus;

/// <summary>One event of the live stream; <see cref="Body"/> is JSON with ids, never text.</summary>
public sealed record StoredEvent
{
    public required long Seq { get; init; }

    public required string Kind { get; init; }

    public required string Body { get; init; }
}

public static class EventStore
{
    public static Task<long> LastAsync(SqlSession session) => session.FirstAsync<long>("SELECT Value FROM Counter WHERE Name = 'events'");

    public static Task<IReadOnlyList<StoredEvent>> AfterAsync(SqlSession session, long seq, int limit) =>
        session.ListAsync<StoredEvent>("SELECT Seq, Kind, Body FROM Event WHERE Seq > @seq ORDER BY Seq" + session.Dialect.Limit, new { seq, Limit = limit });
}
