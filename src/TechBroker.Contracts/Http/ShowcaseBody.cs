namespace TechBroker.Contracts.Http;

/// <summary>An item of the showcase: a published listing's current first release.</summary>
public sealed record ShowcaseBody
{
    public required Guid ListingId { get; init; }

    public required string Title { get; init; }

    public string? Summary { get; init; }

    /// <summary>Field codes as VOCABULARY:CODE, or free terms.</summary>
    public required IReadOnlyList<string> Fields { get; init; }

    /// <summary>1 to 9.</summary>
    public int? Trl { get; init; }

    public string? RegionCode { get; init; }

    public Guid? OrganisationId { get; init; }

    public string? OrganisationName { get; init; }

    /// <summary>One line in Chinese.</summary>
    public string? PitchZh { get; init; }

    /// <summary>One line in English.</summary>
    public string? PitchEn { get; init; }

    /// <summary>First day in the showcase.</summary>
    public required DateOnly Since { get; init; }

    public PictureBody? Picture { get; init; }
}
