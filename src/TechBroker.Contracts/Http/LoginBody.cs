namespace TechBroker.Contracts.Http;

/// <summary>Body of POST /auth/login and /auth/browser-login.</summary>
public sealed record LoginBody
{
    public string? Email { get; init; }

    public string? Password { get; init; }

    /// <summary>Six digits of the authenticator app, where the account has a second factor.</summary>
    public string? Code { get; init; }

    /// <summary>Instead of the code, where the app is lost; works once.</summary>
    public string? RecoveryCode { get; init; }
}
