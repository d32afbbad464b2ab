namespace TechBroker.Matching;

/// <summary>The weights of the scorers in the mean, 0 or more. Only their ratios matter.</summary>
public sealed record ScorerWeights
{
    public required double Text { get; init; }

    public required double Field { get; init; }

    public required double Readiness { get; init; }

    public required double Cooperation { get; init; }

    public required double Price { get; init; }

    public required double Region { get; init; }

    public required double IntellectualProperty { get; init; }

    public required double Timing { get; init; }
}
