namespace TechBroker.Contracts.Http;

/// <summary>A message that could not be processed and waits for a person.</summary>
public sealed record ParkedMessageBody
{
    public required Guid Id { get; init; }

    public required Guid MessageId { get; init; }

    public required string Type { get; init; }

    public required string Consumer { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset ParkedAt { get; init; }

    public DateTimeOffset? ReplayedAt { get; init; }
}
