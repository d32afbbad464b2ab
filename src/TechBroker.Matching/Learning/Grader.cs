namespace TechBroker.Matching.Learning;

/// <summary>How scores and what else a level goes by become levels.</summary>
/// <param name="Grading">The weights of what else.</param>
/// <param name="Levels">The lowest standings of levels 2, 3 and 4.</param>
internal sealed record Grader(GradingParameters Grading, IReadOnlyList<double> Levels)
{
    /// <summary>With fewer needs than this, what distinguishes one need from another cannot be told from chance.</summary>
    private const int FewestNeeds = 10;

    /// <summary>The least error on these pairs; monotone in the score.</summary>
    /// <param name="pairs">Judged pairs.</param>
    /// <param name="grading">What holds where the pairs are of too few needs to fit it.</param>
    public static Grader Fit(IReadOnlyList<ScoredPair> pairs, GradingParameters grading)
    {
        if (Knows(pairs))
        {
            grading = WeightsOf(pairs, grading);
        }

        return new Grader(grading, Calibration.Fit([.. pairs.Select(pair => pair.StandingAt(grading))], leastShare: 0));
    }

    /// <summary>Whether the pairs are of enough needs to fit weights.</summary>
    public static bool Knows(IReadOnlyList<ScoredPair> pairs) => pairs.Select(pair => pair.Judged.NeedId).Distinct().Skip(FewestNeeds - 1).Any();

    public int LevelOf(ScoredPair pair) => Calibration.LevelOf(pair.StandingAt(Grading).Score, Levels);

    /// <summary>
    /// What each trait weighs against a unit of score in the odds that people call a pair related. Odds change smoothly with the weights; the
    /// error jumps, and its lowest point on one set of pairs says little of another.
    /// </summary>
    internal static GradingParameters WeightsOf(IReadOnlyList<ScoredPair> pairs, GradingParameters grading)
    {
        var odds = Logistic.Fit(
            [.. pairs.Select(pair => new[] { pair.Score, pair.Traits.Generality, pair.Traits.Likeness })],
            [.. pairs.Select(pair => pair.Judged.Level > 1)]);
        return odds[0] > 0
            ? grading with { Generality = Math.Clamp(-odds[1] / odds[0], 0, 1), Likeness = Math.Clamp(odds[2] / odds[0], 0, 1) }
            : grading;
    }
}
