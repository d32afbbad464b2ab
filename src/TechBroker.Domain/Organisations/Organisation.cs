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

    /// <summary>A code that does not check is kept: some genuine ones fail.</summary>
    public bool CreditCodeDoubtful => CreditCode is { } code && !Organisations.CreditCode.Checks(code);
}
