using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Bus;

/// <summary>
/// Takes away what the bus and the live stream no longer need, a small batch in each transaction. Each method returns how many rows it took: as
/// many as the limit means that there may be more.
/// </summary>
public static class BusRetention
{
    internal const string FindInbox = "SELECT MessageId, Consumer FROM Inbox WHERE ReceivedAt < @before ORDER BY ReceivedAt";
    internal const string FindReplayed = "SELECT Id FROM ParkedMessage WHERE ReplayedAt IS NOT NULL AND ReplayedAt < @before ORDER BY ReplayedAt";
    internal const string FindEvents = "SELECT Seq, At FROM Event ORDER BY Seq";
    internal const string TakeReaders = "DELETE FROM EventReader WHERE Seq BETWEEN @from AND @to";
    internal const string TakeEvents = "DELETE FROM Event WHERE Seq BETWEEN @from AND @to";

    public static async Task<int> InboxAsync(WriteSession session, DateTimeOffset before, int limit)
    {
        var rows = await session.ListAsync<Received>(FindInbox + session.Dialect.Limit, new { before, Limit = limit });
        await session.RunAsync("DELETE FROM Inbox WHERE MessageId = @MessageId AND Consumer = @Consumer", rows);
        return rows.Count;
    }

    public static async Task<int> ReplayedMessagesAsync(WriteSession session, DateTimeOffset before, int limit)
    {
        var rows = await session.ListAsync<Guid>(FindReplayed + session.Dialect.Limit, new { before, Limit = limit });
        await session.RunAsync("DELETE FROM ParkedMessage WHERE Id = @id", rows.Select(id => new { id }));
        return rows.Count;
    }

    /// <summary>The oldest go first and in order, so that what is left is the stream from some place on.</summary>
    public static async Task<int> EventsAsync(WriteSession session, DateTimeOffset before, int limit)
    {
        var old = (await session.ListAsync<Told>(FindEvents + session.Dialect.Limit, new { Limit = limit })).TakeWhile(e => e.At < before).ToList();
        if (old.Count > 0)
        {
            var range = new { from = old[0].Seq, to = old[^1].Seq };
            await session.RunAsync(TakeReaders, range);
            await session.RunAsync(TakeEvents, range);
        }

        return old.Count;
    }

    /// <summary>Processes that have not been seen since, and leases that nobody has taken since: two short tables.</summary>
    public static async Task ProcessesAndLeasesAsync(WriteSession session, DateTimeOffset before)
    {
        await session.RunAsync("DELETE FROM Process WHERE SeenAt < @before", new { before });
        await session.RunAsync("DELETE FROM Lease WHERE Until < @before", new { before });
    }

    private sealed record Received
    {
        public required Guid MessageId { get; init; }

        public required string Consumer { get; init; }
    }

    private sealed record Told
    {
        public required long Seq { get; init; }

        public required DateTimeOffset At { get; init; }
    }
}
