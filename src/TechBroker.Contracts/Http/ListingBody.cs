namespace TechBroker.Contracts.Http;

/// <summary>A listing as HTTP shows it.</summary>
public sealed record ListingBody
{
    public required Guid Id { get; init; }

    /// <summary>Grows by one with every change; also the ETag.</summary>
    public required int Revision { get; init; }

    public required string State { get; init; }

    public required string Title { get; init; }

    public string? Summary { get; init; }

    public string? Description { get; init; }

    public required IReadOnlyList<string> Keywords { get; init; }

    public required IReadOnlyList<string> Fields { get; init; }

    public int? Trl { get; init; }

    public required IReadOnlyList<IpBody> Ip { get; init; }

    public required IReadOnlyList<string> CooperationModes { get; init; }

    public string? RegionCode { get; init; }

    public MoneyBody? AskingPrice { get; init; }

    public required string Language { get; init; }

    public Guid? OrganisationId { get; init; }

    /// <summary>What that organisation is called; in what is read, not in the answer to what is written.</summary>
    public string? OrganisationName { get; init; }

    /// <summary>The id under which it was imported.</summary>
    public string? ExternalRef { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public DateOnly? ExpiresOn { get; init; }

    /// <summary>Why the organisation's approver sent it back; of a returned one only.</summary>
    public string? ReturnReason { get; init; }

    /// <summary>The duplicate that took its place: it is off the market, and what went on with it goes on there.</summary>
    public Guid? MergedInto { get; init; }

    public IReadOnlyList<WarningBody>? Warnings { get; init; }
}
