namespace TechBroker.Domain.Engagements;

/// <summary>A pair that people worked on, and what they did.</summary>
/// <param name="Id">Of the engagement.</param>
/// <param name="NeedId">Of the pair.</param>
/// <param name="ListingId">Of the pair.</param>
/// <param name="Log">Oldest first.</param>
public sealed record JudgedEngagement(Guid Id, Guid NeedId, Guid ListingId, IReadOnlyList<JudgementStep> Log)
{
    /// <summary>Every reason that was given for an end, also one that a reopening overtook: reports count them all.</summary>
    public IEnumerable<JudgementStep> Ends => Log.Where(s => s is { Reason: not null, Action: EngagementAction.Decline or EngagementAction.Close });
}
