namespace TechBroker.Contracts.Http;

/// <summary>One sign-in that has not ended.</summary>
public sealed record SessionBody
{
    public required Guid Id { get; init; }

    /// <summary>browser or program.</summary>
    public required string Kind { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>To within five minutes.</summary>
    public required DateTimeOffset LastSeenAt { get; init; }

    /// <summary>Where it was signed in from.</summary>
    public string? Address { get; init; }

    public string? UserAgent { get; init; }

    /// <summary>Whether it is the one that asks.</summary>
    public required bool Current { get; init; }
}
