namespace TechBroker.Domain.Needs;

/// <summary>What a need says. Fields are vocabulary codes (<c>vocabulary:code</c>) or free terms; <see cref="MinTrl"/> is 1 to 9.</summary>
public sealed record NeedContent
{
    public required string Title { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<string> Keywords { get; init; } = [];

    public IReadOnlyList<string> Fields { get; init; } = [];

    public int? MinTrl { get; init; }

    public IReadOnlyList<CooperationMode> CooperationModes { get; init; } = [];

    public string? RegionCode { get; init; }

    public Money? Budget { get; init; }

    /// <summary>The last day on which an answer is wanted.</summary>
    public DateOnly? Deadline { get; init; }

    public Visibility Visibility { get; init; }

    public string? BlindSummary { get; init; }

    public required string Language { get; init; }
}
