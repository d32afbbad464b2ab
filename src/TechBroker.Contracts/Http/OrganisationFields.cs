namespace TechBroker.Contracts.Http;

/// <summary>What is known of an organisation.</summary>
public abstract record OrganisationFields
{
    /// <summary>1 to 200 characters.</summary>
    public string? Name { get; init; }

    /// <summary>university, institute, enterprise, fund, park, agency or consortium.</summary>
    public string? Kind { get; init; }

    /// <summary>Unified social credit code, 18 characters (GB 32100-2015).</summary>
    public string? CreditCode { get; init; }

    /// <summary>Six digits of GB/T 2260, or ISO 3166 alpha-2.</summary>
    public string? RegionCode { get; init; }

    /// <summary>Free text, such as state-owned or private; at most 100 characters.</summary>
    public string? Nature { get; init; }

    /// <summary>Whether its own approver publishes its listings and everybody else submits them; off in a new one, unchanged in a PUT, where absent.</summary>
    public bool? ApprovesListings { get; init; }
}
