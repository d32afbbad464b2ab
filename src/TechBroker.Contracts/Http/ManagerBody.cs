namespace TechBroker.Contracts.Http;

/// <summary>A technology manager as their colleagues see them.</summary>
public sealed record ManagerBody
{
    /// <summary>Of the account.</summary>
    public required Guid Id { get; init; }

    public required string DisplayName { get; init; }

    /// <summary>Of the profile, and its ETag; 0 before anything was entered.</summary>
    public required int Revision { get; init; }

    /// <summary>junior, intermediate or senior.</summary>
    public required string Level { get; init; }

    public required IReadOnlyList<string> Fields { get; init; }

    public required IReadOnlyList<string> Regions { get; init; }

    public required IReadOnlyList<string> Languages { get; init; }

    public string? Employer { get; init; }

    /// <summary>The pool that the manager was recruited from.</summary>
    public string? Source { get; init; }

    /// <summary>Live engagements at most.</summary>
    public required int Capacity { get; init; }

    /// <summary>Live engagements now, those to be accepted included.</summary>
    public required int Live { get; init; }

    /// <summary>Engagements to be accepted or passed on.</summary>
    public required int Pending { get; init; }

    /// <summary>The desk at which the manager is now.</summary>
    public string? Desk { get; init; }

    /// <summary>Absent now: nothing is dispatched to them.</summary>
    public required bool Away { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>What was taken over but looks wrong.</summary>
    public IReadOnlyList<WarningBody>? Warnings { get; init; }
}
