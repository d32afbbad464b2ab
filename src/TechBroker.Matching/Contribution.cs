namespace TechBroker.Matching;

/// <summary>
/// What one scorer added to a match. Holds codes and values, not sentences, because it is stored and is put into words
/// for whoever reads it, see <see cref="Explanation"/>.
/// </summary>
public sealed record Contribution
{
    /// <summary>text, crossLanguage, field, readiness, cooperation, price, region, intellectualProperty, timing or quantities.</summary>
    public required string Scorer { get; init; }

    /// <summary>What this scorer added to <see cref="Match.Score"/>; negative for a reason against.</summary>
    public required double Score { get; init; }

    /// <summary>Words or codes that both sides share, or pairs of words <c>lithium battery ↔ 锂电池</c>, strongest first; empty for scorers that compare numbers.</summary>
    public IReadOnlyList<string> Terms { get; init; } = [];

    /// <summary>What the scorer found, one of <see cref="Verdicts"/>.</summary>
    public required string Verdict { get; init; }

    /// <summary>The compared values, the listing's before the need's, as far as the verdict has any.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];
}
