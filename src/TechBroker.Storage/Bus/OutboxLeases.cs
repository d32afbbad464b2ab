using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Bus;

/// <summary>
/// The outbox as several relays share it. A row is one relay's until its lease ends; without an owner but with a time it rests until then.
/// That two relays publish the same row can happen, and harms nobody: its consumer remembers the message's id.
/// </summary>
public static class OutboxLeases
{
    private const string Free = "(LeasedUntil IS NULL OR LeasedUntil <= @now OR LeasedBy = @relay)";

    /// <summary>Rows that are the relay's for longer than until the given time, oldest first.</summary>
    public static Task<IReadOnlyList<OutboxMessage>> OwnedAsync(SqlSession session, string relay, DateTimeOffset until, int limit) =>
        session.ListAsync<OutboxMessage>(
            $"""
            SELECT Id, MessageId, Type, Body, CreatedAt FROM Outbox
             WHERE LeasedBy = @relay AND LeasedUntil > @until
             ORDER BY Id{session.Dialect.Limit}
            """,
            new { relay, until, Limit = limit });

    /// <summary>Whether there is a row of these types to claim; looking takes no lock.</summary>
    public static async Task<bool> AnyFreeAsync(SqlSession session, string relay, IReadOnlyCollection<string> types, DateTimeOffset now) =>
        await session.FirstAsync<long?>(
            $"SELECT Id FROM Outbox WHERE {Free} AND Type IN @types ORDER BY Id{session.Dialect.Limit}",
            new { relay, now, types, Limit = 1 }) is not null;

    /// <summary>Takes the oldest rows that are nobody's, or whose owner has let its time pass, and prolongs the relay's own.</summary>
    /// <returns>How many.</returns>
    public static Task<int> ClaimAsync(WriteSession session, string relay, IReadOnlyCollection<string> types, DateTimeOffset now, DateTimeOffset until, int limit) =>
        session.RunAsync(
            $"""
            UPDATE Outbox SET LeasedBy = @relay, LeasedUntil = @until
             WHERE Id IN (SELECT Id FROM Outbox WHERE {Free} AND Type IN @types ORDER BY Id{session.Dialect.Limit})
               AND {Free}
            """,
            new { relay, now, until, types, Limit = limit });

    /// <summary>Keeps rows that are still the relay's.</summary>
    public static Task ProlongAsync(WriteSession session, string relay, IReadOnlyCollection<long> ids, DateTimeOffset until) =>
        session.RunAsync("UPDATE Outbox SET LeasedUntil = @until WHERE LeasedBy = @relay AND Id IN @ids", new { relay, ids, until });

    /// <summary>Nobody tries these rows before their time.</summary>
    public static Task RestAsync(WriteSession session, IEnumerable<(long Id, DateTimeOffset Until)> rows) =>
        session.RunAsync("UPDATE Outbox SET LeasedBy = NULL, LeasedUntil = @Until WHERE Id = @Id", rows.Select(r => new { r.Id, r.Until }));

    /// <summary>The broker has them.</summary>
    public static Task DeleteAsync(WriteSession session, IReadOnlyCollection<long> ids) => session.RunAsync("DELETE FROM Outbox WHERE Id IN @ids", new { ids });

    /// <summary>Whoever is left takes the rows of a relay that stops.</summary>
    public static Task ReleaseAsync(WriteSession session, string relay) =>
        session.RunAsync("UPDATE Outbox SET LeasedBy = NULL, LeasedUntil = NULL WHERE LeasedBy = @relay", new { relay });

    /// <summary>Rows of other types than these, from before a time: no process that knows them has been there.</summary>
    public static Task<IReadOnlyList<OutboxMessage>> StrangersAsync(SqlSession session, IReadOnlyCollection<string> types, DateTimeOffset before, int limit) =>
        session.ListAsync<OutboxMessage>(
            $"SELECT Id, MessageId, Type, Body, CreatedAt FROM Outbox WHERE Type NOT IN @types AND CreatedAt < @before ORDER BY Id{session.Dialect.Limit}",
            new { types, before, Limit = limit });
}
