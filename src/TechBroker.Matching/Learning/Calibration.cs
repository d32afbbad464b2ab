namespace TechBroker.Matching.Learning;

/// <summary>
/// Three thresholds that turn scores into levels with the least mean absolute error on judged pairs. The distance of two levels
/// is the number of thresholds between them, so each threshold can be placed for itself: where it puts the fewest pairs on the
/// wrong side. Placed by one rule, a higher level never starts below a lower one.
/// </summary>
internal static class Calibration
{
    private const int Highest = 4;

    /// <summary>Above every score: a level that only adds error is never predicted.</summary>
    private const double Never = 2;

    public static int LevelOf(double score, IReadOnlyList<double> thresholds)
    {
        var level = 1;
        foreach (var threshold in thresholds)
        {
            level += score >= threshold ? 1 : 0;
        }

        return level;
    }

    /// <summary>The lowest scores of levels 2, 3 and 4.</summary>
    /// <param name="pairs">Judged pairs with their scores.</param>
    /// <param name="leastShare">
    /// 0..1: a level gets at least this share of the number of pairs that people judged to be so good. 0 minimises the error alone, and
    /// then rare levels are not predicted at all, because a guess in the middle is never far off. People who look for the few strong
    /// matches need them named, at the price of a little error.
    /// </param>
    public static double[] Fit(IReadOnlyList<ScoredPair> pairs, double leastShare)
    {
        var falling = pairs.OrderByDescending(pair => pair.Score).ToArray();
        var thresholds = new double[Highest - 1];
        for (var level = 2; level <= Highest; level++)
        {
            thresholds[level - 2] = Threshold(falling, level, leastShare);
        }

        return thresholds;
    }

    /// <summary>
    /// Fitted thresholds drawn back to those one had. A threshold is known as well as it has pairs on its rarer side; the old one weighs as
    /// much as <paramref name="prior"/> of them. One with pairs on one side only stays: who engages in pairs never judges the unrelated
    /// ones, and without these nothing can be said about where level 2 begins.
    /// </summary>
    public static IReadOnlyList<double> Towards(IReadOnlyList<ScoredPair> pairs, IReadOnlyList<double> fitted, IReadOnlyList<double> old, int prior)
    {
        var levels = new double[Highest - 1];
        for (var i = 0; i < levels.Length; i++)
        {
            var above = pairs.Count(pair => pair.Judged.Level >= i + 2);
            var known = Math.Min(above, pairs.Count - above);

            // 0 would be reached by pairs with nothing in common, and 1 by none.
            var drawn = known == 0 ? old[i] : ((known * Math.Clamp(fitted[i], 1e-6, 1)) + (prior * old[i])) / (known + prior);
            levels[i] = i == 0 ? drawn : Math.Max(drawn, levels[i - 1]);
        }

        return levels;
    }

    private static double Threshold(ScoredPair[] falling, int level, double leastShare)
    {
        var least = (int)Math.Ceiling(leastShare * falling.Count(pair => pair.Judged.Level >= level));
        var best = int.MaxValue;
        var threshold = Never;
        var gained = 0;
        for (var above = 0; above <= falling.Length; above++)
        {
            // Pairs of one score cannot be told apart: a threshold stands between two scores. Ties go to the higher one.
            var between = above == 0 || above == falling.Length || falling[above - 1].Score > falling[above].Score;
            if (between && above >= least && -gained < best)
            {
                best = -gained;
                threshold = Between(falling, above);
            }

            gained += above == falling.Length ? 0 : falling[above].Judged.Level >= level ? 1 : -1;
        }

        return threshold;
    }

    private static double Between(ScoredPair[] falling, int above)
    {
        if (above == 0)
        {
            return Never;
        }

        var below = above < falling.Length ? falling[above].Score : 0;
        return (falling[above - 1].Score + below) / 2;
    }
}
