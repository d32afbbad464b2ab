namespace TechBroker.Matching;

/// <summary>Where one pair stands among all pairs of the item that asks, and what it lacks against the best of them: why, or why not.</summary>
public sealed record PairStanding
{
    /// <summary>The pair, however low or excluded.</summary>
    public required Match Pair { get; init; }

    /// <summary>From 1; null where the pair is excluded or shares neither a word nor a field, so that it is ranked nowhere.</summary>
    public required int? Rank { get; init; }

    /// <summary>How many pairs are ranked.</summary>
    public required int Of { get; init; }

    /// <summary>The best pair, where this one is another and falls behind it by its score, not by a condition.</summary>
    public Match? Best { get; init; }

    /// <summary>The scorer that gives the best pair the most more than this one, and how much more; null without <see cref="Best"/>.</summary>
    public (string Scorer, double Behind)? Gap => Best is null ? null : WidestGap(Best, Pair);

    private static (string Scorer, double Behind) WidestGap(Match best, Match pair)
    {
        double Of(Match match, string scorer) => match.Contributions.Where(c => c.Scorer == scorer).Sum(c => c.Score);
        return best.Contributions.Concat(pair.Contributions).Select(c => c.Scorer).Distinct()
            .Select(scorer => (scorer, Of(best, scorer) - Of(pair, scorer)))
            .MaxBy(gap => gap.Item2);
    }
}
