namespace TechBroker.Matching.Learning;

/// <summary>A judged pair with the engine's score.</summary>
/// <param name="Judged">The pair.</param>
/// <param name="Score">0..1.</param>
/// <param name="Generality">The need's, see <see cref="Scoring.Generality"/>.</param>
internal readonly record struct ScoredPair(JudgedPair Judged, double Score, double Generality = 0)
{
    /// <summary>The same with the number that levels go by in place of the score.</summary>
    public ScoredPair StandingAt(double generality) => this with { Score = MatchingParameters.Standing(Score, Generality, generality) };
}

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
        var generality = new Dictionary<Guid, double>();
        foreach (var judged in judgements)
        {
            if (index.RawScore(judged.ListingId, judged.NeedId) is { } score)
            {
                if (!generality.TryGetValue(judged.NeedId, out var ofNeed))
                {
                    generality.Add(judged.NeedId, ofNeed = index.GeneralityOf(judged.NeedId));
                }

                scored.Add(new ScoredPair(judged, score, ofNeed));
            }
        }

        return scored;
    }
}
