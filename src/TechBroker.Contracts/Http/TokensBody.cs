namespace TechBroker.Contracts.Http;

/// <summary>What a program signs in with from now on.</summary>
public sealed record TokensBody
{
    /// <summary>Goes into <c>Authorization: Bearer</c>.</summary>
    public required string AccessToken { get; init; }

    /// <summary>Works once, at POST /auth/refresh.</summary>
    public required string RefreshToken { get; init; }

    /// <summary>Seconds for which the access token is good.</summary>
    public required int ExpiresIn { get; init; }
}
