namespace TechBroker.Matching.Learning;

/// <summary>Three thresholds that turn scores into levels with the least mean absolute error on judged pairs.</summary>
internal static class Calibration
{
    private const int Levels = 4;

    public static int LevelOf(double score, IReadOnlyList<double> thresholds) => 1 + thresholds.Count(threshold => score >= threshold);

    /// <summary>
    /// Exact, by dynamic programming over the pairs in order of score: the best way to have reached each level so far. A level that would
    /// only add error is left out by two equal thresholds.
    /// </summary>
    public static double[] Fit(IReadOnlyList<ScoredPair> pairs)
    {
        var groups = pairs.GroupBy(pair => pair.Score).OrderBy(group => group.Key).ToList();
        var least = new long[Levels];
        var starts = new int[groups.Count, Levels];
        for (var g = 0; g < groups.Count; g++)
        {
            var best = long.MaxValue;
            var from = 0;
            for (var level = 0; level < Levels; level++)
            {
                // Ties go to the lower level: what is not shown to be strong is not called strong.
                if (least[level] < best)
                {
                    best = least[level];
                    from = level;
                }

                starts[g, level] = from;
            }

            for (var level = Levels - 1; level >= 0; level--)
            {
                least[level] = least[starts[g, level]] + groups[g].Sum(pair => (long)Math.Abs(pair.Judged.Level - 1 - level));
            }
        }

        return Thresholds(groups.ConvertAll(group => group.Key), starts, Array.IndexOf(least, least.Min()));
    }

    private static double[] Thresholds(List<double> scores, int[,] starts, int level)
    {
        // Above 1: a level that no score reaches.
        double[] thresholds = [2, 2, 2];
        for (var g = scores.Count - 1; g >= 0; g--)
        {
            for (var reached = level; reached > 0; reached--)
            {
                thresholds[reached - 1] = scores[g];
            }

            level = starts[g, level];
        }

        return thresholds;
    }
}
