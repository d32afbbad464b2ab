using TechBroker.Matching;
using TechBroker.Matching.Learning;
using TechBroker.Matching.Vectors;
using TechBroker.Verbs;

namespace TechBroker.Benchmarks.Ranking;

/// <summary>Needs with judged listings: each fold is graded with levels that were fitted on the others.</summary>
internal sealed class JudgedNeeds(string folder)
{
    private readonly MarketFile needs = MarketFile.Read(new FileInfo(Path.Combine(folder, "needs.jsonl")), Side.Need);
    private readonly MarketFile listings = MarketFile.Read(new FileInfo(Path.Combine(folder, "listings.jsonl")), Side.Listing);

    public IReadOnlyList<MarketItem> Items => [.. listings.Items, .. needs.Items];

    /// <summary>In the order of their folds' numbers. Vectors are learnt from the texts of the listings; no judgement takes part in them.</summary>
    public IReadOnlyList<FoldResult> Measure(MatchingParameters parameters, bool withVectors)
    {
        var judged = JudgementFile.Read(new FileInfo(Path.Combine(folder, "judgements.tsv")), needs, listings);
        var scored = new ScoredPairs(Items, parameters, withVectors ? VectorTraining.Run(listings.Items, parameters.Text, default) : null).Of(judged);
        return [.. scored.Select(pair => pair.Judged.Fold ?? throw new InvalidDataException("Every judged pair needs its fold.")).Distinct().Order().Select(fold =>
        {
            var (seen, unseen) = (scored.Where(pair => pair.Judged.Fold != fold).ToList(), scored.Where(pair => pair.Judged.Fold == fold).ToList());
            var grader = Grader.Fit(seen, parameters.Grading);
            return new FoldResult(fold, [.. Ndcg.ByNeed(unseen)], unseen.Average(pair => Math.Abs(grader.LevelOf(pair) - pair.Judged.Level)));
        })];
    }
}

/// <param name="Fold">Its number.</param>
/// <param name="Ndcg">nDCG@10 of each need that has a pair above level 1, in the order of the file.</param>
/// <param name="Mae">Mean distance of the levels.</param>
internal sealed record FoldResult(int Fold, IReadOnlyList<double> Ndcg, double Mae)
{
    public double Score => 1 / (1 + Mae);
}
