namespace TechBroker.Matching;

/// <summary>What a level goes by besides the score. It moves no score and no order.</summary>
public sealed record GradingParameters
{
    /// <summary>By the score alone.</summary>
    public static readonly GradingParameters None = new() { Generality = 0, Typical = 1 };

    /// <summary>
    /// How much more score a pair needs for its level for each doubling of how common the need's things are, and how much less for each
    /// halving; counted up to half a doubling. Below the score of level 2.
    /// </summary>
    public required double Generality { get; init; }

    /// <summary>The commonness of a need that is neither general nor special; see <c>Scoring.Generality</c>. Above 0.</summary>
    public required double Typical { get; init; }
}
