namespace TechBroker.Domain.Needs;

/// <summary>All that others learn of a blind need. No revision and no time of change: they would tell when the owner works on its text.</summary>
public sealed record NeedNotice
{
    public required Guid Id { get; init; }

    public required NeedState State { get; init; }

    public required Visibility Visibility { get; init; }

    public Guid? MergedInto { get; init; }

    public string? BlindSummary { get; init; }

    /// <summary>A province (110000) or a country (CN, DE).</summary>
    public string? Region { get; init; }

    /// <summary>The top term of a vocabulary, such as <c>industries:C</c>.</summary>
    public string? Field { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }
}
