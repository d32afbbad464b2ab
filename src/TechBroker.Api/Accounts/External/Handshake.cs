using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace TechBroker.Api.Accounts.External;

/// <summary>What binds the provider's answer to the browser that asked: it stands encrypted in that browser's cookie and nowhere else.</summary>
internal sealed record Handshake
{
    public required string Provider { get; init; }

    /// <summary>Comes back in the address: nobody can send a browser here with an answer that it did not ask for.</summary>
    public required string State { get; init; }

    /// <summary>Comes back in the id_token.</summary>
    public required string Nonce { get; init; }

    /// <summary>Of PKCE (RFC 7636): whoever catches the code cannot use it.</summary>
    public required string Verifier { get; init; }

    public required DateTimeOffset Until { get; init; }

    public string Challenge => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    public static Handshake Begin(string provider, DateTimeOffset now) => new()
    {
        Provider = provider,
        State = Secrets.New(""),
        Nonce = Secrets.New(""),
        Verifier = Secrets.New(""),
        Until = now.AddMinutes(10),
    };

    public bool Fits(string provider, string? state, DateTimeOffset now) =>
        provider == Provider && now < Until && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(state ?? ""), Encoding.UTF8.GetBytes(State));
}

/// <summary>Keeps values encrypted where the browser holds them.</summary>
internal sealed class Sealed(IDataProtectionProvider protection)
{
    public string Seal<T>(T value) => For<T>().Protect(JsonSerializer.Serialize(value));

    /// <summary>Null where it is not what was sealed here.</summary>
    public T? Open<T>(string? text)
        where T : class
    {
        try
        {
            return string.IsNullOrEmpty(text) ? null : JsonSerializer.Deserialize<T>(For<T>().Unprotect(text));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public static string CookieName(HttpRequest request) => request.IsHttps ? "__Host-techbroker-external" : "techbroker-external";

    // Lax: the browser comes back from another site.
    public static CookieOptions CookieOptions(HttpRequest request) => new() { HttpOnly = true, Secure = request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true };

    private IDataProtector For<T>() => protection.CreateProtector("TechBroker.External", typeof(T).Name);
}
