namespace TechBroker.Matching.Learning;

/// <summary>How scores and what else a level goes by become levels.</summary>
/// <param name="Generality">See <see cref="GradingParameters.Generality"/>.</param>
/// <param name="Levels">The lowest standings of levels 2, 3 and 4.</param>
internal sealed record Grader(double Generality, IReadOnlyList<double> Levels)
{
    /// <summary>With fewer needs than this, what distinguishes one need from another cannot be told from chance.</summary>
    private const int FewestNeeds = 10;

    /// <summary>The least error on these pairs; monotone in the score.</summary>
    /// <param name="pairs">Judged pairs.</param>
    /// <param name="generality">What holds where the pairs are of too few needs to fit it.</param>
    public static Grader Fit(IReadOnlyList<ScoredPair> pairs, double generality)
    {
        if (pairs.Select(pair => pair.Judged.NeedId).Distinct().Skip(FewestNeeds - 1).Any())
        {
            generality = GeneralityOf(pairs);
        }

        return new Grader(generality, Calibration.Fit([.. pairs.Select(pair => pair.StandingAt(generality))], leastShare: 0));
    }

    public int LevelOf(ScoredPair pair) => Calibration.LevelOf(pair.StandingAt(Generality).Score, Levels);

    /// <summary>
    /// What a doubling weighs against a unit of score in the odds that people call a pair related. Odds change smoothly with the weight; the
    /// error jumps, and its lowest point on one set of pairs says little of another.
    /// </summary>
    internal static double GeneralityOf(IReadOnlyList<ScoredPair> pairs)
    {
        var odds = Logistic.Fit(
            [.. pairs.Select(pair => new[] { pair.Score, pair.Generality })],
            [.. pairs.Select(pair => pair.Judged.Level > 1)]);
        return odds[0] > 0 ? Math.Max(0, -odds[1] / odds[0]) : 0;
    }
}
