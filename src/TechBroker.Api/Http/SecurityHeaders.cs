using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace TechBroker.Api.Http;

/// <summary>The headers that tell browsers what an answer may do, on every answer: pages, files, refusals, failures.</summary>
internal static class SecurityHeaders
{
    /// <summary>For answers that are read by programs: nothing in them is to be run, shown or framed.</summary>
    public const string ForData = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>For what people uploaded: opened by itself, it has no origin and runs nothing.</summary>
    public const string ForFiles = ForData + "; sandbox";

    /// <summary>For pages from this origin, without inline scripts.</summary>
    public const string ForPages =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
        + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>For the pages of TechBroker.Web: antd writes style elements into the page as it runs, and they carry what is new in each answer.</summary>
    public static string ForApp(StyleNonce nonce) => ForPages.Replace("style-src 'self'", $"style-src 'self' 'nonce-{nonce.Value}'", StringComparison.Ordinal);

    private static readonly KeyValuePair<string, StringValues>[] Always =
    [
        new("X-Content-Type-Options", "nosniff"),
        new("X-Frame-Options", "DENY"),

        // Not no-referrer: with that, browsers send Origin: null from pages of our own, which SameOrigin must refuse.
        new("Referrer-Policy", "same-origin"),
        new("Cross-Origin-Opener-Policy", "same-origin"),
        new("Cross-Origin-Resource-Policy", "same-origin"),

        // The camera reads the codes of listings on the trade floor.
        new("Permissions-Policy", "accelerometer=(), autoplay=(), browsing-topics=(), camera=(self), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()"),
    ];

    public static Task AddAsync(HttpContext http, RequestDelegate next)
    {
        // At the last moment: whoever turns an exception into an answer clears the headers first.
        http.Response.OnStarting(Add, http);
        return next(http);
    }

    private static Task Add(object state)
    {
        var http = (HttpContext)state;
        var headers = http.Response.Headers;
        foreach (var header in Always)
        {
            headers[header.Key] = header.Value;
        }

        headers.ContentSecurityPolicy = IsPage(http.Response) ? http.Features.Get<StyleNonce>() is { } nonce ? ForApp(nonce) : ForPages : IsFile(http.Response) ? ForFiles : ForData;
        if (http.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }

        // Answers are somebody's own; no cache between may keep them, nor the browser after signing out.
        if (http.Request.Path.StartsWithSegments("/api") && headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-store";
        }

        return Task.CompletedTask;
    }

    private static bool IsFile(HttpResponse response) => response.Headers.ContentDisposition.Count > 0;

    private static bool IsPage(HttpResponse response) => response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) ?? false;
}
