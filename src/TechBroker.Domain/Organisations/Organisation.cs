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
    // Nature is free text; these are the ways in which people write it. A private university is none, so the kind alone does not tell.
    private static readonly string[] PublicNatures =
        ["publicInstitution", "public institution", "public", "事业单位", "公益一类事业单位", "公益二类事业单位", "公办", "公办高校", "公办院校", "公立", "公立高校", "公立医院", "国立"];

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
    public bool IsPublicInstitution => Nature is { } nature && PublicNatures.Contains(nature.Trim(), StringComparer.OrdinalIgnoreCase);

    /// <summary>A code that does not check is kept: some genuine ones fail.</summary>
    public bool CreditCodeDoubtful => CreditCode is { } code && !Organisations.CreditCode.Checks(code);
}
