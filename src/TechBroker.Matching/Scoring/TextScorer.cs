using TechBroker.Matching.Indexing;
using TechBroker.Matching.Reasons;

namespace TechBroker.Matching.Scoring;

/// <summary>How much the words have in common. Rises with the overlap and never reaches 1.</summary>
internal sealed class TextScorer(double half) : IScorer
{
    public string Name => "text";

    public double Weight(ScorerWeights weights) => 1;

    public bool Speaks(Facts facts, Side side) => facts.HasText;

    public Opinion? Judge(in Pair pair) =>
        new Opinion(Of(pair.Overlap), pair.Overlap > 0 ? Verdicts.CommonTerms : Verdicts.NoCommonTerms);

    public IReadOnlyList<string> Terms(in Pair pair) => CommonTerms.Of(pair);

    public double Of(double overlap) => overlap / (overlap + half);

    /// <summary>The overlap that gives this score; the inverse of <see cref="Of"/>.</summary>
    public double OverlapFor(double score) => score >= 1 ? double.PositiveInfinity : half * Math.Max(score, 0) / (1 - score);
}
