namespace TechBroker.Matching.Learning;

/// <summary>A judged pair with the engine's score.</summary>
internal readonly record struct ScoredPair(JudgedPair Judged, double Score);

/// <summary>Scores judged pairs against the statistics of all given listings. No label takes part in a score.</summary>
internal sealed class ScoredPairs
{
    private readonly MarketIndex index;

    public ScoredPairs(IEnumerable<MarketItem> items, MatchingParameters parameters)
    {
        index = new MarketIndex(parameters);
        foreach (var item in items)
        {
            index.Put(item);
        }
    }

    /// <returns>In the order given, without pairs of which an item is not known.</returns>
    public List<ScoredPair> Of(IReadOnlyList<JudgedPair> judgements)
    {
        var scored = new List<ScoredPair>(judgements.Count);
        foreach (var judged in judgements)
        {
            if (index.RawScore(judged.ListingId, judged.NeedId) is { } score)
            {
                scored.Add(new ScoredPair(judged, score));
            }
        }

        return scored;
    }
}
