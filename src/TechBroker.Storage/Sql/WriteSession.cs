using System.Data.Common;
using System.Text.Json;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Bus;

namespace TechBroker.Storage.Sql;

/// <summary>
/// One piece of writing. Besides statements it gathers what belongs to the commit: messages for the outbox, changes for the market
/// feed, events for the live stream and entries of the audit record. These take their numbers in <see cref="SealAsync"/>, the last
/// step before commit.
/// </summary>
public sealed class WriteSession(DbConnection connection, DbTransaction transaction, SqlDialect dialect, OutboxOwner owner, CancellationToken ct)
    : SqlSession(connection, transaction, dialect, ct)
{
    private readonly List<MarketChange> changes = [];
    private readonly List<LiveEvent> events = [];
    private readonly List<PendingEntry> entries = [];

    internal DbConnection Connection { get; } = connection;

    internal DbTransaction Transaction { get; } = transaction;

    /// <summary>On whose behalf the present piece writes.</summary>
    public Actor Actor { get; internal set; } = Actor.System;

    /// <summary>Rows went into the outbox: the relay has something to do.</summary>
    public bool HasMessages { get; private set; }

    public Task PublishAsync<T>(T message, DateTimeOffset now)
        where T : class => PublishAsync(OutboxMessage.Of(Guid.NewGuid(), message, now));

    public async Task PublishAsync(OutboxMessage message)
    {
        HasMessages = true;
        var (leasedBy, leasedUntil) = owner.OfNewRow();
        await RunAsync(
            "INSERT INTO Outbox (MessageId, Type, Body, CreatedAt, LeasedBy, LeasedUntil) VALUES (@MessageId, @Type, @Body, @CreatedAt, @leasedBy, @leasedUntil)",
            new { message.MessageId, message.Type, message.Body, message.CreatedAt, leasedBy, leasedUntil });
    }

    /// <summary>Gives the row of the table its place in the market's commit order and keeps the revision.</summary>
    internal void Changed(MarketChange change) => changes.Add(change);

    /// <summary>Appends to the live stream, for the centre's staff and for these organisations and accounts; a null among them is nobody.</summary>
    public void Tell(string kind, object body, DateTimeOffset at, params IEnumerable<Guid?> readers) =>
        events.Add(new LiveEvent(kind, JsonSerializer.Serialize(body, StoredJson.Options), at, [.. readers.OfType<Guid>().Distinct()]));

    /// <summary>Appends to the audit record, in the name of the session's actor.</summary>
    /// <param name="action">What was done, such as <c>listing.published</c>.</param>
    /// <param name="subject">What kind of thing it was done to.</param>
    /// <param name="subjectId">Which one.</param>
    /// <param name="details">Ids, codes, numbers and hashes; never what listings, needs or people say, which could not be erased again.</param>
    public void Record(string action, string subject, Guid? subjectId, object? details = null) =>
        entries.Add(new PendingEntry(Actor, action, subject, subjectId, details is null ? null : StoredJson.Write(details)));

    /// <summary>What one savepoint gathered is worth nothing if the savepoint is rolled back.</summary>
    internal (int Changes, int Events, int Entries, bool HasMessages) Mark() => (changes.Count, events.Count, entries.Count, HasMessages);

    internal void Forget((int Changes, int Events, int Entries, bool HasMessages) mark)
    {
        HasMessages = mark.HasMessages;
        entries.RemoveRange(mark.Entries, entries.Count - mark.Entries);
        changes.RemoveRange(mark.Changes, changes.Count - mark.Changes);
        events.RemoveRange(mark.Events, events.Count - mark.Events);
    }

    internal bool Touched => HasMessages || changes.Count > 0 || events.Count > 0;

    /// <returns>The number of the last audit entry; zero where there is none.</returns>
    internal async Task<long> SealAsync(AuditTrail audit)
    {
        if (events.Count > 0)
        {
            var first = await TakeAsync("events", events.Count);
            await RunAsync(
                "INSERT INTO Event (Seq, Kind, Body, At) VALUES (@Seq, @Kind, @Body, @At)",
                events.Select((e, i) => new { Seq = first + i, e.Kind, e.Body, e.At }));
            await RunAsync(
                "INSERT INTO EventReader (ReaderId, Seq) VALUES (@ReaderId, @Seq)",
                events.SelectMany((e, i) => e.Readers.Select(r => new { ReaderId = r, Seq = first + i })));
        }

        if (changes.Count > 0)
        {
            var first = await TakeAsync("market", changes.Count);
            for (var i = 0; i < changes.Count; i++)
            {
                await NumberAsync(changes[i], first + i);
            }
        }

        return entries.Count > 0 ? await audit.AppendAsync(this, entries) : 0;
    }

    private async Task<long> TakeAsync(string name, int count) =>
        await FirstAsync<long>(Dialect.TakeFromCounter, new { name, count }) - count + 1;

    private async Task NumberAsync(MarketChange change, long seq)
    {
        await RunAsync(
            change.Side is MarketSide.Listing
                ? "UPDATE Listing SET ChangeSeq = @seq WHERE Id = @ItemId"
                : "UPDATE Need SET ChangeSeq = @seq WHERE Id = @ItemId",
            new { seq, change.ItemId });
        await RunAsync(
            """
            INSERT INTO MarketRevision (ChangeSeq, Side, ItemId, Revision, State, Content, At)
            VALUES (@seq, @side, @ItemId, @Revision, @State, @Content, @At)
            """,
            new { seq, side = change.Side is MarketSide.Listing ? "listing" : "need", change.ItemId, change.Revision, change.State, change.Content, change.At });
    }
}

internal enum MarketSide
{
    Listing,
    Need,
}

internal sealed record MarketChange(MarketSide Side, Guid ItemId, int Revision, string State, string Content, DateTimeOffset At);

internal sealed record LiveEvent(string Kind, string Body, DateTimeOffset At, IReadOnlyList<Guid> Readers);
