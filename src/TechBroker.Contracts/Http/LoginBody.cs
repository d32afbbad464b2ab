namespace TechBroker.Contracts.Http;

/// <summary>Body of POST /auth/login and /auth/browser-login.</summary>
public sealed record LoginBody
{
    public string? Email { get; init; }

    public string? Password { get; init; }
}
