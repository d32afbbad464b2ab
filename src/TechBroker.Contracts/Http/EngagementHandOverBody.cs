namespace TechBroker.Contracts.Http;

/// <summary>Body of POST /engagements/{id}/hand-over.</summary>
public sealed record EngagementHandOverBody
{
    /// <summary>The account of the manager who runs it from now on.</summary>
    public Guid? ManagerId { get; init; }
}
