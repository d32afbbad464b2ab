using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Bus;

/// <summary>One event of the live stream; <see cref="Body"/> is JSON with ids, never text.</summary>
public sealed record StoredEvent
{
    public required long Seq { get; init; }

    public required string Kind { get; init; }

    public required string Body { get; init; }
}

/// <summary>
/// The live stream. An event is for the centre's staff and for those it names; others are not told that there was one, nor the staff of notices to
/// somebody else. Numbers count all
/// events, so a number shown to an outsider as it is would tell how much happens elsewhere.
/// </summary>
public static class EventStore
{
    /// <summary>The kind of event that is for one account alone.</summary>
    public const string Personal = "notice";

    public static Task<long> LastAsync(SqlSession session) => session.FirstAsync<long>("SELECT Value FROM Counter WHERE Name = 'events'");

    /// <summary>The reader's events above a number, oldest first.</summary>
    public static Task<IReadOnlyList<StoredEvent>> AfterAsync(SqlSession session, MarketReader reader, long seq, int limit) =>
        session.ListAsync<StoredEvent>(
            $"SELECT Seq, Kind, Body FROM Event WHERE Seq > @seq{(reader.Everything ? ForStaff : ForReader)} ORDER BY Seq{session.Dialect.Limit}",
            new { seq, reader.OrganisationId, reader.AccountId, Limit = limit });

    private const string ForStaff =
        " AND (Kind <> 'notice' OR Seq IN (SELECT Seq FROM EventReader WHERE ReaderId = @AccountId AND Seq > @seq))";

    private const string ForReader =
        " AND Seq IN (SELECT Seq FROM EventReader WHERE (ReaderId = @OrganisationId OR ReaderId = @AccountId) AND Seq > @seq)";
}
