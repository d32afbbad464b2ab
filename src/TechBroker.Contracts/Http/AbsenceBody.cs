namespace TechBroker.Contracts.Http;

/// <summary>A time in which nothing is dispatched to a manager.</summary>
public sealed record AbsenceBody
{
    public required Guid Id { get; init; }

    public required Guid ManagerId { get; init; }

    public required DateTimeOffset From { get; init; }

    /// <summary>The first moment after it.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>Only for the manager and for organisers.</summary>
    public string? Reason { get; init; }
}
