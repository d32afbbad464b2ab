namespace TechBroker.Matching;

/// <summary>
/// How far each scorer moves a score, 0..1; the text's is 1, because matching starts from it. See <c>PairScorer</c> for the formula.
/// </summary>
public sealed record ScorerWeights
{
    /// <summary>The relevance of a pair that has the field in common and not a word. Below 1.</summary>
    public required double Field { get; init; }

    public required double Readiness { get; init; }

    public required double Cooperation { get; init; }

    public required double Price { get; init; }

    public required double Region { get; init; }

    public required double IntellectualProperty { get; init; }

    public required double Timing { get; init; }

    public required double Quantities { get; init; }
}
