namespace TechBroker.Contracts.Http;

/// <summary>
/// A need as HTTP shows it. Of a blind one its owner and the centre read everything; others its blind summary, a coarse region and a
/// coarse field, shared by at least five organisations, and nothing else.
/// </summary>
public sealed record NeedBody
{
    public required Guid Id { get; init; }

    /// <summary>Grows by one with every change; also the ETag. Null in a blind need's public view.</summary>
    public int? Revision { get; init; }

    public required string State { get; init; }

    /// <summary>Null in a blind need's public view.</summary>
    public string? Title { get; init; }

    public string? Description { get; init; }

    public required IReadOnlyList<string> Keywords { get; init; }

    public required IReadOnlyList<string> Fields { get; init; }

    public int? MinTrl { get; init; }

    public required IReadOnlyList<string> CooperationModes { get; init; }

    public string? RegionCode { get; init; }

    public MoneyBody? Budget { get; init; }

    public DateOnly? Deadline { get; init; }

    public required string Visibility { get; init; }

    public string? BlindSummary { get; init; }

    public string? Language { get; init; }

    public Guid? OrganisationId { get; init; }

    /// <summary>What that organisation is called; in what is read, not in the answer to what is written.</summary>
    public string? OrganisationName { get; init; }

    /// <summary>The id under which it was imported.</summary>
    public string? ExternalRef { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public DateOnly? ExpiresOn { get; init; }

    /// <summary>The duplicate that took its place: it is off the market, and what went on with it goes on there.</summary>
    public Guid? MergedInto { get; init; }

    public IReadOnlyList<WarningBody>? Warnings { get; init; }
}
