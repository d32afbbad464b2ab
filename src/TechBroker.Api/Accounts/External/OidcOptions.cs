using TechBroker.Api.Http;

namespace TechBroker.Api.Accounts.External;

/// <summary>
/// One entry of section <c>Oidc</c>: a provider at which people sign in. With <see cref="Authority"/> it is OpenID Connect and who signed
/// in stands in a signed id_token. Without, it is OAuth 2 with endpoints and answers of the provider's own; the endpoints may then hold
/// {accessToken}, {code} and {subject}. A class, not a record: it must not print its secret.
/// </summary>
public sealed class OidcOptions
{
    /// <summary>In addresses: small letters, digits and hyphens.</summary>
    public string Name { get; set; } = "";

    /// <summary>On the button.</summary>
    public string? DisplayName { get; set; }

    /// <summary>Issuer with a discovery document, such as https://login.example.org/realms/centre.</summary>
    public string? Authority { get; set; }

    public string? AuthorizationEndpoint { get; set; }

    public string? TokenEndpoint { get; set; }

    public string? UserInfoEndpoint { get; set; }

    /// <summary>Asked after <see cref="UserInfoEndpoint"/> where that one tells the subject alone.</summary>
    public string? DetailsEndpoint { get; set; }

    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";

    /// <summary>Separated by spaces; empty sends none.</summary>
    public string Scopes { get; set; } = "openid email profile";

    /// <summary>What the client id is called where the browser is sent.</summary>
    public string ClientIdParameter { get; set; } = "client_id";

    /// <summary>What it is called where the code is exchanged.</summary>
    public string TokenClientIdParameter { get; set; } = "client_id";

    public string TokenClientSecretParameter { get; set; } = "client_secret";

    /// <summary>How the code is exchanged: form or json (POST), or get.</summary>
    public string TokenRequest { get; set; } = "form";

    /// <summary>Where the access token stands in the answer; dots lead into objects, as in data.access_token.</summary>
    public string AccessTokenPath { get; set; } = "access_token";

    public string SubjectPath { get; set; } = "sub";

    public string EmailPath { get; set; } = "email";

    public string EmailVerifiedPath { get; set; } = "email_verified";

    /// <summary>The provider gives addresses out itself and nobody can enter one, so that it says of none that it was verified.</summary>
    public bool TrustEmail { get; set; }

    internal string ShownName => DisplayName ?? Name;

    /// <summary>The sentence that names a wrong key, or null.</summary>
    public static string? Fault(IReadOnlyList<OidcOptions> all) =>
        all.Select((o, i) => o.Fault($"Oidc:{i}")).FirstOrDefault(f => f is not null)
        ?? (all.GroupBy(o => o.Name).FirstOrDefault(g => g.Count() > 1) is { } twice ? $"Oidc has two entries with the Name '{twice.Key}'." : null);

    private string? Fault(string key) =>
        Name.Length is 0 or > 30 || !Name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? $"{key}:Name is '{Name}'; it must be small letters, digits and hyphens, at most 30."
        : ClientId.Length == 0 ? $"{key}:ClientId is missing."
        : ClientSecret.Length == 0 ? $"{key}:ClientSecret is missing."
        : TokenRequest is not ("form" or "json" or "get") ? $"{key}:TokenRequest is '{TokenRequest}'; it must be form, json or get."
        : Authority is null && (AuthorizationEndpoint is null || TokenEndpoint is null || UserInfoEndpoint is null)
            ? $"{key} needs Authority, or all of AuthorizationEndpoint, TokenEndpoint and UserInfoEndpoint."
        : new[] { Authority, AuthorizationEndpoint, TokenEndpoint, UserInfoEndpoint, DetailsEndpoint }.FirstOrDefault(a => a is not null && !IsSafe(a)) is { } open
            ? $"{key}: '{open}' must be an https address (http only on this machine)."
        : null;

    private static bool IsSafe(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == "https" || (uri.Scheme == "http" && Loopback.IsName(uri.Host)));
}
