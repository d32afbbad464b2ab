using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace TechBroker.Api.Accounts.External;

/// <summary>Checks id_tokens (OpenID Connect Core 3.1.3.7).</summary>
internal static class IdTokens
{
    // No shared secrets and no "none": whoever knows the client's secret could sign for anyone.
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    /// <returns>Its claims, or why it is refused.</returns>
    public static async Task<(JsonElement? Claims, Exception? Fault)> CheckAsync(string token, OpenIdConnectConfiguration provider, string clientId, string nonce)
    {
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = provider.Issuer,
            ValidAudience = clientId,
            IssuerSigningKeys = provider.SigningKeys,
            ValidAlgorithms = Algorithms,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ClockSkew = TimeSpan.FromMinutes(1),
        });
        if (!result.IsValid || result.SecurityToken is not JsonWebToken jwt)
        {
            return (null, result.Exception);
        }

        var claims = JsonElement.Parse(Base64UrlEncoder.Decode(jwt.EncodedPayload));
        var party = ExternalIdentity.At(claims, "azp");
        return ExternalIdentity.At(claims, "nonce") != nonce ? (null, new SecurityTokenInvalidSignatureException("The nonce is another one's."))
            : (party ?? clientId) != clientId || (party is null && jwt.Audiences.Count() > 1) ? (null, new SecurityTokenInvalidAudienceException("It was made for another client."))
            : (claims, null);
    }
}
