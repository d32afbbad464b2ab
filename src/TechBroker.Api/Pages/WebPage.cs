using Microsoft.AspNetCore.Http;
using TechBroker.Api.Http;
using TechBroker.Web;

namespace TechBroker.Api.Pages;

/// <summary>The one document of TechBroker.Web, with a nonce that the styles of this answer carry.</summary>
internal sealed record WebPage(int Status) : IResult
{
    private static readonly string Html = BuiltPages.ReadText("index.html");

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var nonce = StyleNonce.New();
        httpContext.Features.Set(nonce);
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = "text/html; charset=utf-8";

        // It names the files of this build, and its nonce is good once: no copy of it may be shown later.
        response.Headers.CacheControl = "no-store";
        await response.WriteAsync(Html.Replace(BuiltPages.NoncePlace, nonce.Value, StringComparison.Ordinal), httpContext.RequestAborted);
    }
}
