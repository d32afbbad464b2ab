using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace TechBroker.Api.Accounts;

/// <summary>
/// Tokens, keys and links: 256 random bits each, so a plain SHA-256 is all that has to be stored. They say nothing by themselves: what a
/// token is good for is looked up at every request, which is why a permission that is taken away is gone at once.
/// </summary>
internal static class Secrets
{
    public const string Access = "tba_", Refresh = "tbr_", ApiKey = "tbk_", Link = "tbl_";

    public static string New(string prefix) => prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>A password that can be read aloud and typed on a phone: 20 letters and digits without look-alikes, 96 bits.</summary>
    public static string Readable() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 5)));

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
