using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TechBroker.Domain.Notices;

/// <summary>Signatures of the Standard Webhooks specification, version 1: HMAC-SHA-256 over <c>id.timestamp.body</c>.</summary>
public static class WebhookSignature
{
    public const string Prefix = "whsec_";

    /// <summary>Bytes of a new secret; the specification asks for 24 to 64.</summary>
    public const int SecretBytes = 32;

    public static string Write(ReadOnlySpan<byte> key) => Prefix + Convert.ToBase64String(key);

    /// <param name="secret">With or without its prefix.</param>
    /// <param name="id">The same at each attempt.</param>
    /// <param name="at">Of this attempt.</param>
    /// <param name="body">Exactly as it is sent.</param>
    public static string Of(string secret, string id, DateTimeOffset at, string body)
    {
        var key = Convert.FromBase64String(secret.StartsWith(Prefix, StringComparison.Ordinal) ? secret[Prefix.Length..] : secret);
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{id}.{Seconds(at)}.{body}")));
    }

    public static string Seconds(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
