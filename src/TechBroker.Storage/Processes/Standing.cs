using TechBroker.Storage.Bus;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Processes;

/// <summary>How much is under way, as the database says at one moment.</summary>
public sealed record Standing
{
    /// <summary>Messages in the outbox.</summary>
    public int Backlog { get; init; }

    public DateTimeOffset? OldestMessage { get; init; }

    /// <summary>Messages that nobody could process and nobody has replayed.</summary>
    public int Parked { get; init; }

    /// <summary>The newest change of the market.</summary>
    public long NewestChange { get; init; }

    /// <summary>When the first change was made that the index has still to take; null where it is in step.</summary>
    public DateTimeOffset? FirstMissing { get; init; }

    /// <summary>Processes that were seen of late.</summary>
    public int Processes { get; init; }

    /// <param name="session">Any; some cheap statements.</param>
    /// <param name="indexChange">The change up to which the index of the asking process has come.</param>
    /// <param name="now">The moment of asking.</param>
    public static async Task<Standing> ReadAsync(SqlSession session, long indexChange, DateTimeOffset now) => new()
    {
        Backlog = await OutboxStore.CountAsync(session),
        OldestMessage = await OutboxStore.OldestAsync(session),
        Parked = await session.FirstAsync<int>("SELECT COUNT(*) FROM ParkedMessage WHERE ReplayedAt IS NULL"),
        NewestChange = await session.FirstAsync<long>("SELECT Value FROM Counter WHERE Name = 'market'"),
        FirstMissing = await session.FirstAsync<DateTimeOffset?>(
            "SELECT At FROM MarketRevision WHERE ChangeSeq = (SELECT MIN(ChangeSeq) FROM MarketRevision WHERE ChangeSeq > @indexChange)", new { indexChange }),
        Processes = await session.FirstAsync<int>("SELECT COUNT(*) FROM Process WHERE SeenAt >= @since", new { since = now - ProcessStore.Alive }),
    };
}
