namespace TechBroker.Contracts.Http;

/// <summary>A party to a contract. What is absent is taken from the organisation, where one is named.</summary>
public sealed record DealPartyBody
{
    public Guid? OrganisationId { get; init; }

    public string? Name { get; init; }

    /// <summary>A kind of organisation, or individual.</summary>
    public string? Kind { get; init; }

    /// <summary>Six digits of GB/T 2260, or ISO 3166 alpha-2.</summary>
    public string? RegionCode { get; init; }

    public string? CreditCode { get; init; }
}
