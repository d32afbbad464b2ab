namespace TechBroker.Contracts.Http;

/// <summary>The need of an engagement: in full, or the public view of a hidden one.</summary>
public sealed record EngagementNeedBody
{
    public required Guid Id { get; init; }

    public required string Visibility { get; init; }

    /// <summary>Whether the reader may read the need in full and knows whose it is.</summary>
    public required bool Disclosed { get; init; }

    public string? Title { get; init; }

    public string? BlindSummary { get; init; }

    /// <summary>Of a hidden need the province or the country only.</summary>
    public string? RegionCode { get; init; }

    /// <summary>Of a hidden need coarse vocabulary codes only.</summary>
    public required IReadOnlyList<string> Fields { get; init; }

    public Guid? OrganisationId { get; init; }
}
