using TechBroker.Matching;

namespace TechBroker.Benchmarks.Ranking;

/// <summary>The three sets that lie in one folder, and what one set of parameters does on them.</summary>
internal sealed class RankingSets(string folder)
{
    private readonly JudgedNeeds judged = new(Path.Combine(folder, "bdci359"));
    private readonly NamedFields fields = new(Path.Combine(folder, "nsfc", "nsfc.jsonl"));
    private readonly RatedPhrases phrases = new(Path.Combine(folder, "patent-phrase", "patent-validation.csv"));

    public JudgedNeeds Judged => judged;

    public RankingFigures Measure(MatchingParameters parameters, bool withVectors = false)
    {
        var (accuracy, mrr) = fields.Measure(parameters);
        return new RankingFigures(judged.Measure(parameters, withVectors), accuracy, mrr, phrases.Measure(parameters));
    }
}

/// <param name="Folds">Of bdci359.</param>
/// <param name="AccuracyAt1">Of nsfc.</param>
/// <param name="Mrr">Of nsfc.</param>
/// <param name="Spearman">Of patent-phrase.</param>
internal sealed record RankingFigures(IReadOnlyList<FoldResult> Folds, double AccuracyAt1, double Mrr, double Spearman)
{
    /// <summary>The mean of the folds, each as a whole, as quality.md counts it.</summary>
    public double Ndcg => Folds.Average(fold => fold.Ndcg.Average());

    public double Score => Folds.Average(fold => fold.Score);

    public IReadOnlyList<double> NdcgByNeed => [.. Folds.SelectMany(fold => fold.Ndcg)];
}
