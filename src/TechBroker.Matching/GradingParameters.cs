namespace TechBroker.Matching;

/// <summary>What a level goes by besides the score. It moves no score and no order.</summary>
public sealed record GradingParameters
{
    /// <summary>By the score alone.</summary>
    public static readonly GradingParameters None = new() { Generality = 0, Typical = 1 };

    /// <summary>The cosine of a pair that is neither alike nor unlike. Centred there, so that levels mean about the same without vectors.</summary>
    public const double TypicalLikeness = 0.3;

    /// <summary>
    /// How much more score a pair needs for its level for each doubling of how common the need's things are, and how much less for each
    /// halving; counted up to half a doubling. Below the score of level 2.
    /// </summary>
    public required double Generality { get; init; }

    /// <summary>The commonness of a need that is neither general nor special; see <c>Scoring.Generality</c>. Above 0.</summary>
    public required double Typical { get; init; }

    /// <summary>
    /// How much less score a pair needs for its level for each unit of likeness by term vectors above what is typical, and how much more below.
    /// Counts only where the operator has trained vectors.
    /// </summary>
    public double Likeness { get; init; }

    /// <summary>The version of the vectors that likeness was fitted with; null where it is 0. Others would mean something else by it.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public string? Vectors { get; init; }

    /// <summary>The most that it takes off a score's level.</summary>
    internal double LargestRise => (Generality * -Scoring.Generality.Least) + (Likeness * (1 - TypicalLikeness));

    /// <summary>The number that levels go by.</summary>
    internal double Standing(double score, Scoring.Traits traits) => score - (Generality * traits.Generality) + (Likeness * traits.Likeness);
}
