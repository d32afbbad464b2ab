using System.Text.Json;

namespace TechBroker.Api.Accounts.External;

/// <summary>Whom a provider says it is.</summary>
/// <param name="Subject">The provider's own name for the person.</param>
/// <param name="VerifiedEmail">Null where there is none, or the provider does not vouch for it.</param>
internal sealed record ExternalIdentity(string Subject, string? VerifiedEmail)
{
    private const int LongestSubject = 255;

    /// <summary>Null where the answer names nobody.</summary>
    public static ExternalIdentity? Read(JsonElement answer, OidcOptions options) =>
        At(answer, options.SubjectPath) is { Length: > 0 and <= LongestSubject } subject ? new ExternalIdentity(subject, EmailIn(answer, options)) : null;

    public static string? EmailIn(JsonElement answer, OidcOptions options) =>
        options.TrustEmail || At(answer, options.EmailVerifiedPath) == "true" ? At(answer, options.EmailPath) : null;

    /// <summary>A text, number or boolean as text; null where the path leads nowhere.</summary>
    public static string? At(JsonElement element, string path)
    {
        foreach (var name in path.Split('.'))
        {
            if (element.ValueKind is not JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element.ValueKind switch
        {
            JsonValueKind.String => element.GetString(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => element.GetRawText(),
            _ => null,
        };
    }
}
