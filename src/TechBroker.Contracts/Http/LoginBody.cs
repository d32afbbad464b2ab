namespace TechBroker.Contracts.Http;

/// <summary>Body of POST /auth/login and /auth/browser-login.</summary>
public sealed record LoginBody
{
    /// <summary>Finds the account. Never written down where it is wrong.</summary>
    public string? Email { get; init; }

    /// <summary>Proves that it is the account's person. Not kept. Time, network address and browser of each sign-in are: see /privacy for how long.</summary>
    public string? Password { get; init; }

    /// <summary>Six digits of the authenticator app, where the account has a second factor.</summary>
    public string? Code { get; init; }

    /// <summary>Instead of the code, where the app is lost; works once.</summary>
    public string? RecoveryCode { get; init; }
}
