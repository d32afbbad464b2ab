namespace TechBroker.Contracts.Http;

/// <summary>Why two things were paired, by one scorer.</summary>
public sealed record ReasonBody
{
    public required string Scorer { get; init; }

    /// <summary>What this scorer adds to the score; all add up to it.</summary>
    public required double Score { get; init; }

    public required string Text { get; init; }

    public required IReadOnlyList<string> Terms { get; init; }
}
