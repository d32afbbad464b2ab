namespace TechBroker.Domain.Organisations;

public enum OrganisationKind
{
    University,
    Institute,
    Enterprise,
    Fund,
    Park,
    Agency,
    Consortium,
}

/// <summary>A unit that lists, needs, funds or mediates.</summary>
public sealed record Organisation
{
    // Nature is free text; these words are in it where a unit is public, as in 科研事业单位 or 公办高校. The kind alone does not tell: universities may be private.
    private static readonly string[] PublicWords = ["publicInstitution", "public institution", "事业单位", "公办", "公立", "国立"];

    public required Guid Id { get; init; }

    public required int Revision { get; init; }

    public required string Name { get; init; }

    public required OrganisationKind Kind { get; init; }

    public string? CreditCode { get; init; }

    public required string RegionCode { get; init; }

    public string? Nature { get; init; }

    /// <summary>Its own approver publishes its listings; everybody else submits them.</summary>
    public bool ApprovesListings { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>A price that it negotiates has to be made public before it signs.</summary>
    public bool IsPublicInstitution => Nature is { } nature
        && (nature.Trim().Equals("public", StringComparison.OrdinalIgnoreCase) || Array.Exists(PublicWords, word => nature.Contains(word, StringComparison.OrdinalIgnoreCase)));

    /// <summary>A code that does not check is kept: some genuine ones fail.</summary>
    public bool CreditCodeDoubtful => CreditCode is { } code && !Organisations.CreditCode.Checks(code);
}
