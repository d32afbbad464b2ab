namespace TechBroker.Domain.Statistics;

/// <summary>The middle and the slow end of a number of durations, in days.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Median">The middle one; of an even number the mean of the middle two.</param>
/// <param name="P90">The smallest that at least nine in ten do not exceed (nearest rank).</param>
public readonly record struct Spread(int Count, double Median, double P90)
{
    /// <summary>Null where there are none.</summary>
    public static Spread? Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? null : new Spread(sorted.Length, MedianOf(sorted), sorted[(((9 * sorted.Length) + 9) / 10) - 1]);
    }

    private static double MedianOf(double[] sorted) =>
        sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
}
