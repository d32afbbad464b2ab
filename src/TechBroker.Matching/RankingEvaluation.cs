using TechBroker.Matching.Learning;
using TechBroker.Matching.Vectors;

namespace TechBroker.Matching;

/// <summary>Measures the engine on judged pairs. The same input gives the same result, bit for bit.</summary>
public static class RankingEvaluation
{
    /// <summary>
    /// Ranks for each need its own judged listings. With training judgements also grades: levels are fitted on those alone, and
    /// tried on <paramref name="judgements"/>. Term vectors, if there are any, take part in grading.
    /// </summary>
    public static EvaluationResult Evaluate(
        IEnumerable<MarketItem> listings,
        IEnumerable<MarketItem> needs,
        IReadOnlyList<JudgedPair> judgements,
        IReadOnlyList<JudgedPair>? train,
        MatchingParameters parameters,
        TermVectors? vectors = null)
    {
        var scored = new ScoredPairs(listings.Concat(needs), parameters, vectors);
        var tested = scored.Of(judgements);
        var ndcg = Ndcg.ByNeed(tested).ToList();
        double? mae = null;
        if (train is not null && tested.Count > 0)
        {
            var grader = Grader.Fit(scored.Of(train), parameters.Grading);
            mae = tested.Average(pair => Math.Abs(grader.LevelOf(pair) - (double)pair.Judged.Level));
        }

        return new EvaluationResult
        {
            NdcgAt10 = ndcg.Count == 0 ? 0 : ndcg.Average(),
            Needs = ndcg.Count,
            Pairs = tested.Count,
            Mae = mae,
            Score = 1 / (1 + mae),
            UnknownPairs = judgements.Count - tested.Count,
        };
    }
}
