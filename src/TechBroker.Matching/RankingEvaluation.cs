using TechBroker.Matching.Learning;

namespace TechBroker.Matching;

/// <summary>Measures the engine on judged pairs. The same input gives the same result, bit for bit.</summary>
public static class RankingEvaluation
{
    /// <summary>
    /// Ranks for each need its own judged listings. With training judgements also grades: thresholds are fitted on those alone, and
    /// tried on <paramref name="judgements"/>.
    /// </summary>
    public static EvaluationResult Evaluate(
        IEnumerable<MarketItem> listings,
        IEnumerable<MarketItem> needs,
        IReadOnlyList<JudgedPair> judgements,
        IReadOnlyList<JudgedPair>? train,
        MatchingParameters parameters)
    {
        var scored = new ScoredPairs(listings, needs, parameters);
        var tested = scored.Of(judgements);
        var byNeed = tested.GroupBy(pair => pair.Judged.NeedId).Where(pairs => pairs.Any(pair => pair.Judged.Level > 1)).ToList();
        double? mae = null;
        if (train is not null && tested.Count > 0)
        {
            var levels = Calibration.Fit(scored.Of(train));
            mae = tested.Average(pair => Math.Abs(Calibration.LevelOf(pair.Score, levels) - (double)pair.Judged.Level));
        }

        return new EvaluationResult
        {
            NdcgAt10 = byNeed.Count == 0 ? 0 : byNeed.Average(Ndcg.At10),
            Needs = byNeed.Count,
            Pairs = tested.Count,
            Mae = mae,
            Score = 1 / (1 + mae),
            UnknownPairs = judgements.Count - tested.Count,
        };
    }
}
