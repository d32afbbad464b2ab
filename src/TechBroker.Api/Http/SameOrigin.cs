using Microsoft.AspNetCore.Http;

namespace TechBroker.Api.Http;

/// <summary>
/// Refuses what a foreign web page sends: as long as everyone who reaches the port is an administrator, a page in the administrator's
/// browser must not be able to act for them. Programs send no Origin and pass. A page can also point its own name at 127.0.0.1 (DNS
/// rebinding); then its Origin fits, but the Host is no name of this machine.
/// </summary>
internal static class SameOrigin
{
    public static async Task CheckAsync(HttpContext http, RequestDelegate next)
    {
        if (!Loopback.IsName(http.Request.Host.Host))
        {
            await new Problem(403, "foreign-host", new(
                "只接受发往 localhost、127.0.0.1 或 [::1] 的请求。", "Only requests to localhost, 127.0.0.1 or [::1] are accepted.")).ExecuteAsync(http);
            return;
        }

        var origin = http.Request.Headers.Origin.ToString();
        if (origin.Length > 0 && (!Uri.TryCreate(origin, UriKind.Absolute, out var from) || from.Authority != http.Request.Host.Value))
        {
            await new Problem(403, "foreign-origin", new("拒绝来自其他网站的请求。", "Requests from other web sites are refused.")).ExecuteAsync(http);
            return;
        }

        http.Response.Headers.XContentTypeOptions = "nosniff";
        await next(http);
    }
}
