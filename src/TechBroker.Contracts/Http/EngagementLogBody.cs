namespace TechBroker.Contracts.Http;

/// <summary>Everything that happened to an engagement, oldest first.</summary>
public sealed record EngagementLogBody
{
    public required IReadOnlyList<EngagementEntryBody> Items { get; init; }
}
