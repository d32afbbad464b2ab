namespace TechBroker.Contracts.Http;

/// <summary>Body of PUT /listings/{id}/first-release; at least one of the lines.</summary>
public sealed record PutFirstReleaseBody
{
    /// <summary>One line in Chinese, at most 60 characters.</summary>
    public string? PitchZh { get; init; }

    /// <summary>One line in English, at most 140 characters.</summary>
    public string? PitchEn { get; init; }

    /// <summary>First day in the showcase, at most a year ahead; where absent, the day that stands, or today.</summary>
    public DateOnly? Since { get; init; }
}
