namespace TechBroker.Matching;

/// <summary>What a level goes by besides the score. It moves no score and no order.</summary>
public sealed record GradingParameters
{
    /// <summary>By the score alone.</summary>
    public static readonly GradingParameters None = new() { Generality = 0, Typical = 1 };

    /// <summary>
    /// How much more score a pair needs for its level when the need speaks of things twice as common as usual, and how much less when half as
    /// common; no further in either direction. Below the lowest level's score.
    /// </summary>
    public required double Generality { get; init; }

    /// <summary>The commonness of a need that is neither general nor special; see <c>Scoring.Generality</c>. Above 0.</summary>
    public required double Typical { get; init; }
}
