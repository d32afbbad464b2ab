namespace TechBroker.Storage.Privacy;

public sealed record HeldSession
{
    public required Guid Id { get; init; }

    public required string Kind { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset LastSeenAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    public string? Address { get; init; }

    public string? UserAgent { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    public string? RevokedBecause { get; init; }
}

public sealed record HeldKey
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Scope { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }
}

public sealed record HeldLogin
{
    public required string Provider { get; init; }

    public required string Subject { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

public sealed record HeldLink
{
    public required string Purpose { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; init; }
}

public sealed record HeldPosting
{
    public required Guid Id { get; init; }

    public string? Title { get; init; }

    public required string State { get; init; }

    public Guid? OrganisationId { get; init; }

    /// <summary>Whether it takes part in automated matching.</summary>
    public required bool Matched { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

public sealed record HeldImport
{
    public required Guid Id { get; init; }

    public required string Kind { get; init; }

    public required string FileName { get; init; }

    public required string State { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>When the file and its errors were erased.</summary>
    public DateTimeOffset? PrunedAt { get; init; }
}

public sealed record HeldEngagement
{
    public required Guid EngagementId { get; init; }

    public required string State { get; init; }

    /// <summary>manager or loggedBy.</summary>
    public required string Part { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

public sealed record HeldStep
{
    public required Guid EngagementId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Action { get; init; }

    /// <summary>JSON object.</summary>
    public required string Details { get; init; }
}

public sealed record HeldMeeting
{
    public required Guid MeetingId { get; init; }

    public required Guid EngagementId { get; init; }

    public required string State { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    public DateTimeOffset? EndsAt { get; init; }

    public string? Place { get; init; }

    public string? Agenda { get; init; }

    public string? Note { get; init; }

    public string? Outcome { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

public sealed record HeldConflict
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required string Kind { get; init; }

    public string? Note { get; init; }

    public required DateTimeOffset DeclaredAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }
}

public sealed record HeldDisclosure
{
    public required Guid NeedId { get; init; }

    public required Guid EngagementId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>by or to the person.</summary>
    public required string Part { get; init; }
}

public sealed record HeldNotice
{
    public required Guid Id { get; init; }

    public required string Kind { get; init; }

    public Guid? EngagementId { get; init; }

    public Guid? DealId { get; init; }

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? ReadAt { get; init; }
}

public sealed record HeldDelivery
{
    public required Guid Id { get; init; }

    public required string Kind { get; init; }

    public required string State { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }
}

public sealed record HeldAnswer
{
    public required long Status { get; init; }

    public required DateTimeOffset At { get; init; }
}
