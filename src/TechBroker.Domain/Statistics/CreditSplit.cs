namespace TechBroker.Domain.Statistics;

/// <summary>An amount shared out among managers so that the parts add up to it to the last fen.</summary>
public static class CreditSplit
{
    public const int Whole = 10_000;

    /// <summary>
    /// Largest remainder (Hamilton): each gets its exact part rounded towards zero; what is left goes one minor unit at a time to the largest
    /// remainders, on equal ones to the smaller id. A negative amount, which takes another one back, splits into exactly that one's negatives.
    /// </summary>
    /// <param name="amount">In minor units.</param>
    /// <param name="shares">In hundredths of a per cent; all together 10,000.</param>
    /// <returns>The parts, in the order of the shares.</returns>
    /// <exception cref="ArgumentException">The shares do not make a whole, or one is negative: the database holds what no rule lets in.</exception>
    public static IReadOnlyList<(Guid ManagerId, long Amount)> Split(long amount, IReadOnlyList<(Guid ManagerId, int BasisPoints)> shares)
    {
        if (shares.Any(s => s.BasisPoints < 0) || shares.Sum(s => (long)s.BasisPoints) != Whole)
        {
            throw new ArgumentException($"Shares of {Whole} basis points are asked for.", nameof(shares));
        }

        var size = Int128.Abs(amount);
        var parts = shares.Select(s => Int128.DivRem(size * s.BasisPoints, Whole)).ToArray();
        var left = (int)(size - parts.Aggregate(Int128.Zero, (sum, p) => sum + p.Quotient));
        var lucky = Enumerable.Range(0, shares.Count).OrderByDescending(i => parts[i].Remainder).ThenBy(i => shares[i].ManagerId).Take(left).ToHashSet();
        return [.. shares.Select((s, i) => (s.ManagerId, (long)((parts[i].Quotient + (lucky.Contains(i) ? 1 : 0)) * Math.Sign(amount))))];
    }
}
