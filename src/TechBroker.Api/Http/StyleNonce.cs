using System.Buffers.Text;
using System.Security.Cryptography;

namespace TechBroker.Api.Http;

/// <summary>Set as a feature by whoever answers with a page of TechBroker.Web; the content policy and the page name the same value.</summary>
internal sealed record StyleNonce(string Value)
{
    public static StyleNonce New() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)));
}
