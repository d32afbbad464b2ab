namespace TechBroker.Contracts.Http;

/// <summary>Body of POST /managers/{id}/absences.</summary>
public sealed record PostAbsenceBody
{
    public DateTimeOffset? From { get; init; }

    /// <summary>The first moment after it; at most two years after its begin.</summary>
    public DateTimeOffset? To { get; init; }

    public string? Reason { get; init; }
}
