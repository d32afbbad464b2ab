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
