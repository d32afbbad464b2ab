namespace TechBroker.Domain.Ceremonies;

/// <summary>An occasion at which contracts and investments are signed on the spot.</summary>
public sealed record Ceremony
{
    public required Guid Id { get; init; }

    public required string Title { get; init; }

    public required DateOnly HeldOn { get; init; }

    public required string Place { get; init; }

    public string? OrganiserNote { get; init; }

    public required Guid RecordedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
