namespace TechBroker.Contracts.Http;

/// <summary>Body of POST /engagements. A side that posts it expresses its own interest at once.</summary>
public sealed record PostEngagementBody
{
    public Guid? ListingId { get; init; }

    public Guid? NeedId { get; init; }

    /// <summary>For whoever logs it and the managers; neither side's other people read it.</summary>
    public string? Note { get; init; }
}
