using System.Text.Json;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Bus;

/// <summary>A message that could not be processed, with the reason, until somebody replays it.</summary>
public sealed record ParkedMessage
{
    public required Guid Id { get; init; }

    public required Guid MessageId { get; init; }

    public required string Type { get; init; }

    public required string Body { get; init; }

    public required string Consumer { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset ParkedAt { get; init; }

    public DateTimeOffset? ReplayedAt { get; init; }

    /// <summary>Whether this version can make a message of it; what is not would only be parked again.</summary>
    public bool IsReadable
    {
        get
        {
            try
            {
                _ = AsOutboxMessage(MessageId, ParkedAt).Open();
                return true;
            }
            catch (Exception e) when (e is JsonException or NotSupportedException)
            {
                return false;
            }
        }
    }

    internal OutboxMessage AsOutboxMessage(Guid messageId, DateTimeOffset now) => new() { MessageId = messageId, Type = Type, Body = Body, CreatedAt = now };
}

public static class ParkedMessageStore
{
    private const string Columns = "Id, MessageId, Type, Body, Consumer, Reason, ParkedAt, ReplayedAt";

    public static Task ParkAsync(WriteSession session, ParkedMessage message) =>
        session.RunAsync(
            """
            INSERT INTO ParkedMessage (Id, MessageId, Type, Body, Consumer, Reason, ParkedAt)
            VALUES (@Id, @MessageId, @Type, @Body, @Consumer, @Reason, @ParkedAt)
            """,
            message);

    public static Task<ParkedMessage?> FindAsync(SqlSession session, Guid id) =>
        session.FirstAsync<ParkedMessage>($"SELECT {Columns} FROM ParkedMessage WHERE Id = @id", new { id });

    /// <summary>Newest first, from below the given place.</summary>
    public static Task<IReadOnlyList<ParkedMessage>> PageAsync(SqlSession session, DateTimeOffset? before, Guid? beforeId, int limit) =>
        session.ListAsync<ParkedMessage>(
            $"""
            SELECT {Columns} FROM ParkedMessage
             WHERE @before IS NULL OR ParkedAt < @before OR (ParkedAt = @before AND Id < @beforeId)
             ORDER BY ParkedAt DESC, Id DESC{session.Dialect.Limit}
            """,
            new { before, beforeId, Limit = limit });

    /// <summary>Sends the message again under a new message id, so that the inbox does not take it for the old one.</summary>
    public static async Task ReplayAsync(WriteSession session, ParkedMessage message, DateTimeOffset now)
    {
        var again = Guid.NewGuid();
        await session.PublishAsync(message.AsOutboxMessage(again, now));
        await session.RunAsync("UPDATE ParkedMessage SET ReplayedAt = @now WHERE Id = @Id", new { now, message.Id });
        session.Record("parkedMessage.replayed", "parkedMessage", message.Id, new { message.Type, MessageId = again });
    }
}
