using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using TechBroker.Domain;

namespace TechBroker.Api.Accounts.External;

/// <summary>Talks to one provider: where the browser goes, and what its code is worth.</summary>
internal sealed class ExternalProvider
{
    private readonly HttpClient http;
    private readonly ConfigurationManager<OpenIdConnectConfiguration>? discovery;

    public ExternalProvider(OidcOptions options, HttpClient http)
    {
        (Options, this.http) = (options, http);
        if (options.Authority is { } authority)
        {
            discovery = new ConfigurationManager<OpenIdConnectConfiguration>(
                $"{authority.TrimEnd('/')}/.well-known/openid-configuration",
                new OpenIdConnectConfigurationRetriever(),
                new HttpDocumentRetriever(http) { RequireHttps = authority.StartsWith("https:", StringComparison.OrdinalIgnoreCase) });
        }
    }

    public OidcOptions Options { get; }

    private static MarketError Refused { get; } = new("external-refused", ErrorKind.Rule, new(
        "登录服务返回的身份信息无法核实，请重新登录；如仍不成功请联系管理员。", "What the provider said could not be verified; sign in again, or tell an administrator."));

    private static MarketError Unavailable { get; } = new("external-unavailable", ErrorKind.Rule, new(
        "登录服务暂时无法访问，请稍后再试，或用邮箱和密码登录。", "The provider cannot be reached just now; try again later, or sign in with e-mail address and password."));

    public Task<Outcome<string>> AddressAsync(Handshake handshake, string redirectUri, CancellationToken ct) => ReachAsync<string>(async () =>
    {
        var endpoint = Options.AuthorizationEndpoint ?? (await discovery!.GetConfigurationAsync(ct)).AuthorizationEndpoint;
        var query = new Dictionary<string, string?>
        {
            [Options.ClientIdParameter] = Options.ClientId,
            ["response_type"] = "code",
            ["redirect_uri"] = redirectUri,
            ["state"] = handshake.State,
            ["code_challenge"] = handshake.Challenge,
            ["code_challenge_method"] = "S256",
        };
        if (Options.Scopes.Length > 0)
        {
            query["scope"] = Options.Scopes;
        }

        if (discovery is not null)
        {
            query["nonce"] = handshake.Nonce;
        }

        return QueryHelpers.AddQueryString(endpoint, query);
    });

    public Task<Outcome<ExternalIdentity>> RedeemAsync(string code, Handshake handshake, string redirectUri, CancellationToken ct) => ReachAsync<ExternalIdentity>(async () =>
    {
        var configuration = discovery is null ? null : await discovery.GetConfigurationAsync(ct);
        if (await ExchangeAsync(Options.TokenEndpoint ?? configuration!.TokenEndpoint, code, handshake, redirectUri, ct) is not { } answer)
        {
            return Refused;
        }

        var identity = configuration is null
            ? await AskAsync(answer, code, ct)
            : await VerifyAsync(answer, configuration, handshake, ct);
        return identity is null ? Refused : identity;
    });

    private async Task<JsonElement?> ExchangeAsync(string endpoint, string code, Handshake handshake, string redirectUri, CancellationToken ct)
    {
        var fields = new Dictionary<string, string?>
        {
            [Options.TokenClientIdParameter] = Options.ClientId,
            [Options.TokenClientSecretParameter] = Options.ClientSecret,
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = redirectUri,
            ["code_verifier"] = handshake.Verifier,
        };
        using var request = Options.TokenRequest switch
        {
            "json" => new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = JsonContent.Create(fields) },
            "get" => new HttpRequestMessage(HttpMethod.Get, QueryHelpers.AddQueryString(endpoint, fields)),
            _ => new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new FormUrlEncodedContent(fields) },
        };
        return await SendAsync(request, ct);
    }

    private async Task<ExternalIdentity?> VerifyAsync(JsonElement answer, OpenIdConnectConfiguration configuration, Handshake handshake, CancellationToken ct)
    {
        if (ExternalIdentity.At(answer, "id_token") is not { } token)
        {
            return null;
        }

        var (claims, fault) = await IdTokens.CheckAsync(token, configuration, Options.ClientId, handshake.Nonce);
        if (fault is SecurityTokenSignatureKeyNotFoundException)
        {
            // The provider may sign with a new key since its document was read.
            discovery!.RequestRefresh();
            (claims, _) = await IdTokens.CheckAsync(token, await discovery.GetConfigurationAsync(ct), Options.ClientId, handshake.Nonce);
        }

        if (claims is null || ExternalIdentity.Read(claims.Value, Options) is not { } identity || identity.VerifiedEmail is not null)
        {
            return claims is null ? null : ExternalIdentity.Read(claims.Value, Options);
        }

        // Many providers keep the address out of the token. What user info says counts for the same subject only.
        var endpoint = Options.UserInfoEndpoint ?? configuration.UserInfoEndpoint;
        if (string.IsNullOrEmpty(endpoint) || ExternalIdentity.At(answer, Options.AccessTokenPath) is not { } access || await GetAsync(endpoint, access, ct) is not { } info)
        {
            return identity;
        }

        return ExternalIdentity.At(info, Options.SubjectPath) == identity.Subject ? identity with { VerifiedEmail = ExternalIdentity.EmailIn(info, Options) } : null;
    }

    private async Task<ExternalIdentity?> AskAsync(JsonElement answer, string code, CancellationToken ct)
    {
        if (ExternalIdentity.At(answer, Options.AccessTokenPath) is not { } access
            || await GetAsync(Fill(Options.UserInfoEndpoint!, access, code, ""), access, ct) is not { } info
            || ExternalIdentity.Read(info, Options) is not { } identity)
        {
            return null;
        }

        return Options.DetailsEndpoint is { } details && await GetAsync(Fill(details, access, code, identity.Subject), access, ct) is { } more
            ? identity with { VerifiedEmail = ExternalIdentity.EmailIn(more, Options) }
            : identity;
    }

    private async Task<JsonElement?> GetAsync(string address, string accessToken, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        return await SendAsync(request, ct);
    }

    private async Task<JsonElement?> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        request.Headers.Accept.ParseAdd("application/json");
        using var response = await http.SendAsync(request, ct);
        return response.IsSuccessStatusCode ? JsonElement.Parse(await response.Content.ReadAsStringAsync(ct)) : null;
    }

    private static string Fill(string endpoint, string access, string code, string subject) => endpoint
        .Replace("{accessToken}", Uri.EscapeDataString(access), StringComparison.Ordinal)
        .Replace("{code}", Uri.EscapeDataString(code), StringComparison.Ordinal)
        .Replace("{subject}", Uri.EscapeDataString(subject), StringComparison.Ordinal);

    // A provider that is down or answers nonsense is nothing unexpected; ConfigurationManager reports both as InvalidOperationException.
    private static async Task<Outcome<T>> ReachAsync<T>(Func<Task<Outcome<T>>> work)
        where T : notnull
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or InvalidOperationException or IOException or TaskCanceledException { InnerException: TimeoutException })
        {
            return Unavailable;
        }
    }
}
