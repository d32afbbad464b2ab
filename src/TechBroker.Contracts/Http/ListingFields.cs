namespace TechBroker.Contracts.Http;

/// <summary>What a listing says; the same in a new and in a revised one.</summary>
public abstract record ListingFields
{
    /// <summary>1 to 300 characters.</summary>
    public string? Title { get; init; }

    /// <summary>At most 2,000 characters.</summary>
    public string? Summary { get; init; }

    /// <summary>At most 50,000 characters.</summary>
    public string? Description { get; init; }

    /// <summary>At most 30, each at most 60 characters.</summary>
    public IReadOnlyList<string>? Keywords { get; init; }

    /// <summary>Codes (vocabulary:code), names from the vocabularies, or free terms; at most 20.</summary>
    public IReadOnlyList<string>? Fields { get; init; }

    /// <summary>Technology readiness level 1 to 9 (GB/T 22900-2022).</summary>
    public int? Trl { get; init; }

    public IReadOnlyList<IpBody>? Ip { get; init; }

    public IReadOnlyList<string>? CooperationModes { get; init; }

    /// <summary>Six digits of GB/T 2260, or ISO 3166 alpha-2 for a foreign party.</summary>
    public string? RegionCode { get; init; }

    public MoneyBody? AskingPrice { get; init; }

    /// <summary>zh or en; found from the text where absent.</summary>
    public string? Language { get; init; }
}
