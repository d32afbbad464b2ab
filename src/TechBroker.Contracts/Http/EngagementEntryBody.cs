namespace TechBroker.Contracts.Http;

/// <summary>One action in an engagement's log. A party reads who did it and what was noted only where it was itself or is meant for it.</summary>
public sealed record EngagementEntryBody
{
    public required int Seq { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>log, interest, decline, introduce, close, reopen, handOver or freeze.</summary>
    public required string Action { get; init; }

    public Guid? ActorId { get; init; }

    public string? Side { get; init; }

    public string? Reason { get; init; }

    public Guid? ManagerId { get; init; }

    /// <summary>The kind of conflict; only for managers.</summary>
    public string? Conflict { get; init; }

    /// <summary>Why a manager passed it on; only for managers.</summary>
    public string? Pass { get; init; }

    public string? Note { get; init; }
}
