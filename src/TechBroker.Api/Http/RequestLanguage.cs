using Microsoft.AspNetCore.Http;

namespace TechBroker.Api.Http;

/// <summary>Chinese unless the request prefers English (Accept-Language).</summary>
internal static class RequestLanguage
{
    public static bool PrefersEnglish(this HttpRequest request)
    {
        var first = request.GetTypedHeaders().AcceptLanguage
            .Where(l => l.Quality is null or > 0)
            .OrderByDescending(l => l.Quality ?? 1)
            .FirstOrDefault(l => l.Value.StartsWith("zh", StringComparison.OrdinalIgnoreCase) || l.Value.StartsWith("en", StringComparison.OrdinalIgnoreCase));
        return first?.Value.StartsWith("en", StringComparison.OrdinalIgnoreCase) ?? false;
    }
}
