using Microsoft.AspNetCore.Http;
using TechBroker.Domain;

namespace TechBroker.Api.Http;

/// <summary>Optimistic concurrency by If-Match with the revision as ETag.</summary>
internal static class IfMatch
{
    /// <returns>Null where the request may go on.</returns>
    public static Problem? Check(HttpContext http, int revision, bool required)
    {
        if (http.Request.Headers.IfMatch.Count == 0)
        {
            return required
                ? new Problem(428, "if-match-required", new(
                    $"修改须带 If-Match 请求头（当前为 \"{revision}\"），以免覆盖他人的修改。",
                    $"A change needs an If-Match header (now \"{revision}\"), so that nobody's work is overwritten."))
                : null;
        }

        // A header that holds no tag matches nothing.
        return http.Request.GetTypedHeaders().IfMatch.Any(tag => tag.Tag == "*" || tag.Tag == $"\"{revision}\"") ? null : Problem.Of(MarketError.Stale(revision));
    }
}
