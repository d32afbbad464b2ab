using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace TechBroker.IntegrationTests.Accounts.Support;

/// <summary>A small OpenID Connect provider over real HTTP, which can be told to misbehave.</summary>
internal sealed class TestProvider : IAsyncDisposable
{
    public const string ClientId = "techbroker", ClientSecret = "the-clients-secret";

    private readonly RSA rsa = RSA.Create(2048), foreign = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, (string Challenge, string? Nonce, string RedirectUri)> codes = new();
    private readonly WebApplication app;

    private TestProvider(WebApplication app) => this.app = app;

    public string Address => app.Urls.First();

    public string Subject { get; set; } = "subject-1";

    public string? Email { get; set; }

    public bool EmailVerified { get; set; } = true;

    /// <summary>Keeps the address out of the token, as some do.</summary>
    public bool EmailInUserInfoOnly { get; set; }

    public string UserInfoSubject { get; set; } = "";

    /// <summary>What is wrong with the next id_token: none, key, expired, audience, issuer, nonce, hmac.</summary>
    public string Fault { get; set; } = "";

    public string LastTokenRequest { get; private set; } = "";

    public static async Task<TestProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var provider = new TestProvider(builder.Build());
        provider.app.MapGet("/.well-known/openid-configuration", () => Results.Text(JsonSerializer.Serialize(provider.Document()), "application/json"));
        provider.app.MapGet("/jwks", () => Results.Text(JsonSerializer.Serialize(provider.Keys()), "application/json"));
        provider.app.MapGet("/authorize", provider.Authorize);
        provider.app.MapPost("/token", provider.TokenAsync);
        provider.app.MapGet("/plain-token", provider.PlainToken);
        provider.app.MapGet("/userinfo", provider.UserInfo);
        await provider.app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        rsa.Dispose();
        foreign.Dispose();
    }

    private Dictionary<string, object> Document() => new()
    {
        ["issuer"] = Address,
        ["authorization_endpoint"] = $"{Address}/authorize",
        ["token_endpoint"] = $"{Address}/token",
        ["userinfo_endpoint"] = $"{Address}/userinfo",
        ["jwks_uri"] = $"{Address}/jwks",
        ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
    };

    private object Keys()
    {
        var key = rsa.ExportParameters(false);
        return new { keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = "k1", n = Base64UrlEncoder.Encode(key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent) } } };
    }

    /// <summary>Whoever comes is signed in at once.</summary>
    private IResult Authorize(HttpRequest request)
    {
        var query = request.Query;
        var code = Guid.NewGuid().ToString("N");
        codes[code] = (query["code_challenge"].ToString(), query["nonce"], query["redirect_uri"].ToString());
        return query["client_id"] == ClientId && query["response_type"] == "code" && query["code_challenge_method"] == "S256"
            ? Results.Redirect(QueryHelpers.AddQueryString(query["redirect_uri"].ToString(), new Dictionary<string, string?> { ["code"] = code, ["state"] = query["state"] }))
            : Results.BadRequest();
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        LastTokenRequest = string.Join("&", form.Select(f => $"{f.Key}={f.Value}"));
        if (form["client_id"] != ClientId || form["client_secret"] != ClientSecret || !Redeem(form["code"].ToString(), form["code_verifier"].ToString(), form["redirect_uri"], out var nonce))
        {
            return Results.BadRequest(new { error = "invalid_grant" });
        }

        return Results.Json(new { access_token = "access-1", token_type = "Bearer", id_token = IdToken(nonce) });
    }

    private IResult PlainToken(HttpRequest request) =>
        request.Query["corpid"] == ClientId && request.Query["corpsecret"] == ClientSecret && Redeem(request.Query["code"].ToString(), request.Query["code_verifier"].ToString(), request.Query["redirect_uri"], out _)
            ? Results.Json(new { data = new { token = "access-1" } })
            : Results.Json(new { errcode = 40029 });

    private IResult UserInfo(HttpRequest request) => request.Headers.Authorization == "Bearer access-1"
        ? Results.Json(new { sub = UserInfoSubject.Length > 0 ? UserInfoSubject : Subject, email = Email, email_verified = EmailVerified })
        : Results.Unauthorized();

    private bool Redeem(string code, string verifier, string? redirectUri, out string? nonce)
    {
        nonce = null;
        if (!codes.TryRemove(code, out var issued) || issued.RedirectUri != redirectUri || issued.Challenge != Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))))
        {
            return false;
        }

        nonce = issued.Nonce;
        return true;
    }

    private string IdToken(string? nonce)
    {
        var claims = new Dictionary<string, object> { ["sub"] = Subject, ["nonce"] = Fault == "nonce" ? "another" : nonce ?? "" };
        if (Email is not null && !EmailInUserInfoOnly)
        {
            (claims["email"], claims["email_verified"]) = (Email, EmailVerified);
        }

        var now = DateTime.UtcNow;
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = Fault == "issuer" ? "https://evil.example" : Address,
            Audience = Fault == "audience" ? "another-client" : ClientId,
            NotBefore = now.AddHours(-2),
            IssuedAt = now.AddHours(-2),
            Expires = Fault == "expired" ? now.AddHours(-1) : now.AddMinutes(5),
            Claims = claims,
            SigningCredentials = Fault switch
            {
                "none" => null,
                "hmac" => new SigningCredentials(new SymmetricSecurityKey(SHA256.HashData(Encoding.UTF8.GetBytes(ClientSecret))), SecurityAlgorithms.HmacSha256),
                "key" => new SigningCredentials(new RsaSecurityKey(foreign) { KeyId = "k1" }, SecurityAlgorithms.RsaSha256),
                "unknown-key" => new SigningCredentials(new RsaSecurityKey(foreign) { KeyId = "k2" }, SecurityAlgorithms.RsaSha256),
                _ => new SigningCredentials(new RsaSecurityKey(rsa) { KeyId = "k1" }, SecurityAlgorithms.RsaSha256),
            },
        };
        return new JsonWebTokenHandler().CreateToken(descriptor);
    }
}
