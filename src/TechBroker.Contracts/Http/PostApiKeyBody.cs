namespace TechBroker.Contracts.Http;

/// <summary>Body of POST /me/api-keys.</summary>
public sealed record PostApiKeyBody
{
    public string? Name { get; init; }

    /// <summary>read or write.</summary>
    public string? Scope { get; init; }

    /// <summary>At most 366 days ahead.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
