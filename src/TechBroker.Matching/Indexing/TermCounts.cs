namespace TechBroker.Matching.Indexing;

/// <summary>How often terms were given in all, as a value: adding makes a new one. Few runs of falling length, each in order.</summary>
internal sealed class TermCounts
{
    public static readonly TermCounts None = new([]);

    private readonly Run[] runs;

    private TermCounts(Run[] runs) => this.runs = runs;

    public bool IsEmpty => runs.Length == 0;

    public int Of(ulong term)
    {
        var count = 0;
        foreach (var run in runs)
        {
            var at = Array.BinarySearch(run.Terms, term);
            count += at >= 0 ? run.Counts[at] : 0;
        }

        return count;
    }

    /// <param name="terms">Rising.</param>
    public TermCounts With(ulong[] terms)
    {
        var counts = new int[terms.Length];
        Array.Fill(counts, 1);
        var last = new Run(terms, counts);
        var kept = runs.Length;
        while (kept > 0 && runs[kept - 1].Terms.Length < 2 * last.Terms.Length)
        {
            last = Join(runs[--kept], last);
        }

        return new TermCounts([.. runs[..kept], last]);
    }

    private static Run Join(Run left, Run right)
    {
        var terms = new List<ulong>(left.Terms.Length + right.Terms.Length);
        var counts = new List<int>(terms.Capacity);
        for (int l = 0, r = 0; l < left.Terms.Length || r < right.Terms.Length;)
        {
            var takeLeft = r == right.Terms.Length || (l < left.Terms.Length && left.Terms[l] <= right.Terms[r]);
            var takeRight = l == left.Terms.Length || (r < right.Terms.Length && right.Terms[r] <= left.Terms[l]);
            terms.Add(takeLeft ? left.Terms[l] : right.Terms[r]);
            counts.Add((takeLeft ? left.Counts[l] : 0) + (takeRight ? right.Counts[r] : 0));
            l += takeLeft ? 1 : 0;
            r += takeRight ? 1 : 0;
        }

        return new Run([.. terms], [.. counts]);
    }

    private sealed record Run(ulong[] Terms, int[] Counts);
}
