namespace TechBroker.Contracts.Http;

/// <summary>What a need says; the same in a new and in a revised one.</summary>
public abstract record NeedFields
{
    /// <summary>1 to 300 characters.</summary>
    public string? Title { get; init; }

    /// <summary>At most 50,000 characters.</summary>
    public string? Description { get; init; }

    /// <summary>At most 30, each at most 60 characters.</summary>
    public IReadOnlyList<string>? Keywords { get; init; }

    /// <summary>Codes (vocabulary:code), names from the vocabularies, or free terms; at most 20.</summary>
    public IReadOnlyList<string>? Fields { get; init; }

    /// <summary>Least technology readiness level 1 to 9.</summary>
    public int? MinTrl { get; init; }

    public IReadOnlyList<string>? CooperationModes { get; init; }

    /// <summary>Six digits of GB/T 2260, or ISO 3166 alpha-2 for a foreign party.</summary>
    public string? RegionCode { get; init; }

    public MoneyBody? Budget { get; init; }

    /// <summary>The day after which an answer is no longer wanted.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>open, blind or private.</summary>
    public string? Visibility { get; init; }

    /// <summary>What others may read of a blind need; at most 2,000 characters.</summary>
    public string? BlindSummary { get; init; }

    /// <summary>zh or en; found from the text where absent.</summary>
    public string? Language { get; init; }
}
