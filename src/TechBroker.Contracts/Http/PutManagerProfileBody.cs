namespace TechBroker.Contracts.Http;

/// <summary>Body of PUT /managers/{id}/profile.</summary>
public sealed record PutManagerProfileBody
{
    /// <summary>junior, intermediate or senior.</summary>
    public string? Level { get; init; }

    /// <summary>Codes or names of the vocabularies, as in a listing's fields.</summary>
    public IReadOnlyList<string>? Fields { get; init; }

    /// <summary>Six-digit region codes, of which the province counts, or countries.</summary>
    public IReadOnlyList<string>? Regions { get; init; }

    /// <summary>Two-letter codes of ISO 639-1, such as zh.</summary>
    public IReadOnlyList<string>? Languages { get; init; }

    public string? Employer { get; init; }

    public string? Source { get; init; }

    /// <summary>Live engagements at most, 1 to 500; 20 where absent.</summary>
    public int? Capacity { get; init; }
}
