namespace TechBroker.Contracts.Http;

/// <summary>Body of POST /auth/refresh.</summary>
public sealed record RefreshBody
{
    public string? RefreshToken { get; init; }
}
