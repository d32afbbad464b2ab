namespace TechBroker.Storage.Showcase;

/// <summary>A first release as the showcase shows it, with what it needs of its listing.</summary>
public sealed record ShownRelease
{
    public required Guid ListingId { get; init; }

    public string? PitchZh { get; init; }

    public string? PitchEn { get; init; }

    public required DateOnly Since { get; init; }

    public required string Title { get; init; }

    public string? Summary { get; init; }

    /// <summary>As it is stored: <see cref="Sql.StoredJson"/>.</summary>
    public required string Fields { get; init; }

    public int? Trl { get; init; }

    public string? RegionCode { get; init; }

    public Guid? OrganisationId { get; init; }

    public string? OrganisationName { get; init; }

    /// <summary>Of its picture; null where it has none, as are the following.</summary>
    public string? Format { get; init; }

    public int? Width { get; init; }

    public int? Height { get; init; }

    public string? Sha256 { get; init; }
}
