using Microsoft.AspNetCore.Http;

namespace TechBroker.Api.Http;

/// <summary>
/// Refuses what a foreign web page sends. Programs send no Origin and pass; there is no cross-origin access, and nothing to be read by
/// pages of other sites. Cookies are bound to the host name, so a page that points its own name here (DNS rebinding) is nobody.
/// </summary>
internal static class SameOrigin
{
    public static async Task CheckAsync(HttpContext http, RequestDelegate next)
    {
        var origin = http.Request.Headers.Origin.ToString();
        if (origin.Length > 0 && (!Uri.TryCreate(origin, UriKind.Absolute, out var from) || from.Authority != http.Request.Host.Value))
        {
            await new Problem(403, "foreign-origin", new("拒绝来自其他网站的请求。", "Requests from other web sites are refused.")).ExecuteAsync(http);
            return;
        }

        await next(http);
    }
}
