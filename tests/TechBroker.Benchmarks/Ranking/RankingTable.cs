using System.Globalization;
using TechBroker.Matching;

namespace TechBroker.Benchmarks.Ranking;

/// <summary>techbroker-bench ranking: the three ranking sets with the shipped parameters, or with those of a file.</summary>
internal static class RankingTable
{
    public static int Run(string folder, string? parameterFile)
    {
        var parameters = parameterFile is null ? MatchingParameters.Default : MatchingParameters.Parse(File.ReadAllText(parameterFile));
        Measure.PrintMachine();
        Measure.Print($"parameters {parameters.Version}, engine {MatchingParameters.EngineFormula}");
        Console.WriteLine();
        Console.WriteLine(Of(new RankingSets(folder).Measure(parameters), new RankingSets(folder).Judged.Measure(parameters, withVectors: true)));
        Console.WriteLine();
        Console.WriteLine(new RankingSets(folder).Judged.FittedOnAll(parameters));
        return 0;
    }

    private static string Of(RankingFigures figures, IReadOnlyList<FoldResult> withVectors)
    {
        string Row(string name, Func<FoldResult, double> of, double mean) =>
            $"| {name} | {string.Join(" | ", figures.Folds.Select(fold => Figure(of(fold))))} | {Figure(mean)} |";
        return string.Join(
            '\n',
            $"| bdci359 | {string.Join(" | ", figures.Folds.Select(fold => $"fold {fold.Fold}"))} | mean |",
            $"|---|{string.Concat(figures.Folds.Select(_ => "---|"))}---|",
            Row("nDCG@10", fold => fold.Ndcg.Average(), figures.Ndcg),
            Row("1/(1+MAE), levels fitted on the other folds", fold => fold.Score, figures.Score),
            $"| the same with vectors trained on the listings | {string.Join(" | ", withVectors.Select(fold => Figure(fold.Score)))} | {Figure(withVectors.Average(fold => fold.Score))} |",
            "",
            "| set | figure | |",
            "|---|---|---|",
            $"| nsfc, English name finds the Chinese one | accuracy@1 | {Figure(figures.AccuracyAt1)} |",
            $"| | MRR (first 100) | {Figure(figures.Mrr)} |",
            $"| patent-phrase, validation | Spearman | {Figure(figures.Spearman)} |");
    }

    private static string Figure(double value) => value.ToString(".000", CultureInfo.InvariantCulture);
}
