namespace TechBroker.Contracts.Http;

/// <summary>Body of POST /managers/{id}/shifts.</summary>
public sealed record PostShiftBody
{
    public DateTimeOffset? From { get; init; }

    /// <summary>The first moment after it; at most a day after its begin.</summary>
    public DateTimeOffset? To { get; init; }

    public string? Desk { get; init; }
}
