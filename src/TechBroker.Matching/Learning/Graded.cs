using TechBroker.Matching.Vectors;

namespace TechBroker.Matching.Learning;

/// <summary>Judged pairs ranked and graded with one set of parameters; one figure for each need, so that two sets can be compared need by need.</summary>
/// <param name="Ndcg">nDCG@10 of each need that has a pair above level 1.</param>
/// <param name="Closeness">The mean distance of each need's levels from the judged ones, negative, so that more is better here, too.</param>
/// <param name="Errors">The distance of every pair.</param>
internal sealed record Graded(IReadOnlyList<double> Ndcg, IReadOnlyList<double> Closeness, IReadOnlyList<int> Errors)
{
    public FitFigures Figures => new(Ndcg.Count == 0 ? 0 : Ndcg.Average(), Errors.Count == 0 ? 0 : 1 / (1 + Errors.Average()));

    public static Graded Of(IEnumerable<MarketItem> listings, IEnumerable<MarketItem> needs, IReadOnlyList<JudgedPair> judgements, MatchingParameters parameters, TermVectors? vectors = null)
    {
        var scored = new ScoredPairs(listings.Concat(needs), parameters, vectors).Of(judgements);
        int Error(ScoredPair pair) => Math.Abs(parameters.LevelOf(pair.Score, pair.Traits) - pair.Judged.Level);
        return new Graded(
            [.. Learning.Ndcg.ByNeed(scored)],
            [.. scored.GroupBy(pair => pair.Judged.NeedId).Select(ofNeed => -ofNeed.Average(Error))],
            [.. scored.Select(Error)]);
    }

    public static Graded Join(IEnumerable<Graded> parts)
    {
        var all = parts.ToList();
        return new Graded([.. all.SelectMany(part => part.Ndcg)], [.. all.SelectMany(part => part.Closeness)], [.. all.SelectMany(part => part.Errors)]);
    }
}
