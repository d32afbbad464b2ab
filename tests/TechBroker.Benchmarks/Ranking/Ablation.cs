using System.Globalization;
using TechBroker.Matching;

namespace TechBroker.Benchmarks.Ranking;

/// <summary>techbroker-bench ablation: what each part brings on the ranking sets, by taking it away. Markdown, for tests/reports/ablation.md.</summary>
internal static class Ablation
{
    private const int Samples = 4_000;
    private const string NoVectors = "vectors";

    private static readonly (string Name, Func<MatchingParameters, MatchingParameters> Without)[] Parts =
    [
        ("as shipped, with trained vectors", parameters => parameters),
        (NoVectors, parameters => parameters),
        ("need's description", Text(text => text with { Need = text.Need with { Description = 0 } })),
        ("listing's keywords", Text(text => text with { Listing = text.Listing with { Keywords = 0 } })),
        ("single characters", Text(text => text with { SingleCharacter = 0 })),
        ("rarity (all words weigh the same)", Text(text => text with { RarityPower = 1e-9 })),
        ("rarity squared (power 1 instead)", Text(text => text with { RarityPower = 1 })),
        ("translations", Text(text => text with { Translation = 0 })),
        ("translations' own rarity (squared as that of words)", Text(text => text with { TranslationRarityPower = text.RarityPower })),
        ("head of a Latin phrase", Text(text => text with { LatinHead = 1 })),
        ("listing's length normalization", Text(text => text with { Listing = text.Listing with { LengthNormalization = 0 } })),
        ("need's length normalization", Text(text => text with { Need = text.Need with { LengthNormalization = 0 } })),
        ("saturation (repetitions count in full)", Text(text => text with { Need = text.Need with { Saturation = 1e6 }, Listing = text.Listing with { Saturation = 1e6 } })),
    ];

    public static int Run(string folder)
    {
        var sets = new RankingSets(folder);
        Console.WriteLine("| without | nDCG@10 | difference (95 %) | 1/(1+MAE) | nsfc acc@1 | nsfc MRR | patent-phrase |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        RankingFigures? full = null;
        foreach (var (name, without) in Parts)
        {
            var figures = sets.Measure(without(MatchingParameters.Default), withVectors: name != NoVectors);
            full ??= figures;
            var (mean, low, high) = Difference(full.NdcgByNeed, figures.NdcgByNeed);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {figures.Ndcg:.000} | {mean:+.000;-.000;.000} ({low:+.000;-.000;.000} to {high:+.000;-.000;.000}) | {figures.Score:.000} | {figures.AccuracyAt1:.000} | {figures.Mrr:.000} | {figures.Spearman:.000} |"));
        }

        return 0;
    }

    /// <summary>Paired bootstrap by need: the needs are what was drawn from the world, not the pairs.</summary>
    private static (double Mean, double Low, double High) Difference(IReadOnlyList<double> full, IReadOnlyList<double> without)
    {
        var differences = full.Zip(without, (a, b) => b - a).ToArray();
        var random = new Random(1);
        var means = new double[Samples];
        for (var sample = 0; sample < Samples; sample++)
        {
            means[sample] = Enumerable.Range(0, differences.Length).Average(_ => differences[random.Next(differences.Length)]);
        }

        return (differences.Average(), Measure.Quantile(means, 0.025), Measure.Quantile(means, 0.975));
    }

    private static Func<MatchingParameters, MatchingParameters> Text(Func<TextParameters, TextParameters> change) =>
        parameters => parameters with { Text = change(parameters.Text) };
}
