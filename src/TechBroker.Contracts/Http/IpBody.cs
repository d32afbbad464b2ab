namespace TechBroker.Contracts.Http;

/// <summary>One intellectual-property right behind a listing.</summary>
public sealed record IpBody
{
    /// <summary>A code of the vocabulary ip-types, such as patent.</summary>
    public string? Type { get; init; }

    public string? Number { get; init; }

    /// <summary>A code of the vocabulary ip-statuses, such as granted.</summary>
    public string? Status { get; init; }
}
