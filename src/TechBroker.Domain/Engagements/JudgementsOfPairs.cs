namespace TechBroker.Domain.Engagements;

/// <summary>One judgement for each pair, whatever number of engagements it had: the newest that says something.</summary>
public static class JudgementsOfPairs
{
    /// <returns>By need, then listing, in the order of their ids as text. The order of the engagements does not matter.</returns>
    /// <param name="engagements">Of any pairs.</param>
    /// <param name="since">Older judgements are left out; null for none.</param>
    public static IReadOnlyList<(Guid NeedId, Guid ListingId, Judgement Judgement)> Of(IEnumerable<JudgedEngagement> engagements, DateTimeOffset? since) =>
    [
        .. engagements
            .Select(e => (Engagement: e, Judgement: Judgement.Of(e.Log)))
            .Where(e => e.Judgement is not null && (since is null || e.Judgement.At >= since))
            .GroupBy(e => (e.Engagement.NeedId, e.Engagement.ListingId))
            .Select(pair => (
                pair.Key.NeedId,
                pair.Key.ListingId,
                pair.OrderByDescending(e => e.Judgement!.At).ThenBy(e => e.Engagement.Id.ToString("D"), StringComparer.Ordinal).First().Judgement!))
            .OrderBy(p => p.NeedId.ToString("D"), StringComparer.Ordinal)
            .ThenBy(p => p.ListingId.ToString("D"), StringComparer.Ordinal),
    ];
}
