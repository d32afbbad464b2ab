using TechBroker.Contracts.Messages;
using TechBroker.Storage.Sql;

namespace TechBroker.Storage.Bus;

/// <summary>A message as it stands in the outbox. <see cref="Id"/> orders rows; <see cref="MessageId"/> is what consumers remember.</summary>
public sealed record OutboxMessage
{
    public long Id { get; init; }

    public required Guid MessageId { get; init; }

    /// <summary>Name of a record in TechBroker.Contracts.Messages.</summary>
    public required string Type { get; init; }

    public required string Body { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The types that this version knows; a newer one may have written others.</summary>
    public static IReadOnlyCollection<string> KnownTypes { get; } =
        [.. typeof(ListingPublished).Assembly.GetTypes().Where(t => t.Namespace == typeof(ListingPublished).Namespace && t is { IsPublic: true, IsClass: true }).Select(t => t.Name)];

    public static OutboxMessage Of<T>(Guid messageId, T message, DateTimeOffset now)
        where T : class => new() { MessageId = messageId, Type = typeof(T).Name, Body = StoredJson.Write(message), CreatedAt = now };

    /// <exception cref="System.Text.Json.JsonException">The body is not such a message.</exception>
    /// <exception cref="NotSupportedException">The type is none that this program knows.</exception>
    public (Type Type, object Message) Open()
    {
        var type = (KnownTypes.Contains(Type) ? typeof(ListingPublished).Assembly.GetType($"{typeof(ListingPublished).Namespace}.{Type}") : null)
            ?? throw new NotSupportedException($"'{Type}' is no message type that this version knows.");
        return (type, System.Text.Json.JsonSerializer.Deserialize(Body, type, StoredJson.Options)
            ?? throw new System.Text.Json.JsonException("The body is null."));
    }
}
