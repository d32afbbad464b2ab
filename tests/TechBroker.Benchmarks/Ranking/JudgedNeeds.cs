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

    /// <summary>What could be shipped: fitted on all folds, with levels as <c>techbroker fit</c> places them, and the needs' median commonness.</summary>
    public string FittedOnAll(MatchingParameters parameters)
    {
        var judged = JudgementFile.Read(new FileInfo(Path.Combine(folder, "judgements.tsv")), needs, listings);
        var scored = new ScoredPairs(Items, parameters, VectorTraining.Run(listings.Items, parameters.Text, default)).Of(judged);
        var grading = Grader.WeightsOf(scored, parameters.Grading);
        var levels = Calibration.Fit([.. scored.Select(pair => pair.StandingAt(grading))], leastShare: 0.5);
        var bare = grading with { Likeness = 0 };
        var bareLevels = Calibration.Fit([.. scored.Select(pair => pair.StandingAt(bare))], leastShare: 0.5);
        var index = new MarketIndex(parameters);
        index.Put([.. Items]);
        return FormattableString.Invariant(
            $"On all folds: generality {grading.Generality:0.000}, likeness {grading.Likeness:0.000}, levels {string.Join(' ', levels.Select(Rounded))} with vectors, {string.Join(' ', bareLevels.Select(Rounded))} without; ")
            + FormattableString.Invariant($"median commonness {Benchmarks.Measure.Quantile(needs.Items.Select(need => index.CommonnessOf(need.Id)), 0.5):0.0000}, median likeness {Benchmarks.Measure.Quantile(scored.Select(pair => pair.Traits.Likeness + GradingParameters.TypicalLikeness), 0.5):0.00}");
    }

    private static string Rounded(double level) => level.ToString("0.0000", System.Globalization.CultureInfo.InvariantCulture);

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
