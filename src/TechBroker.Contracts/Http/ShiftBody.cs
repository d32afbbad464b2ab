namespace TechBroker.Contracts.Http;

/// <summary>A manager's time at a desk of the centre.</summary>
public sealed record ShiftBody
{
    public required Guid Id { get; init; }

    public required Guid ManagerId { get; init; }

    public required DateTimeOffset From { get; init; }

    /// <summary>The first moment after it.</summary>
    public required DateTimeOffset To { get; init; }

    public required string Desk { get; init; }
}
