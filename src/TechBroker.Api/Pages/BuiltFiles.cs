using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using TechBroker.Api.Access;
using TechBroker.Web;

namespace TechBroker.Api.Pages;

/// <summary>GET /assets/{name} and the icon: what the pages load. It was compressed when it was built, and is sent as it is.</summary>
internal static class BuiltFiles
{
    public const string Folder = "/assets";

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".woff2"] = "font/woff2",
        [".json"] = "application/json; charset=utf-8",
        [".webmanifest"] = "application/manifest+json",
    };

    // The best first.
    private static readonly (string Coding, string Ending)[] Codings = [("br", ".br"), ("gzip", ".gz")];

    public static void Map(IEndpointRouteBuilder app)
    {
        // The name holds the hash of what is in it, so a copy never grows old.
        app.Get(Folder + "/{name}", Rule.Anyone, (string name, HttpRequest request) => Find("assets/" + name, request, "public, max-age=31536000, immutable")).ExcludeFromDescription();
        app.Get("/icon.svg", Rule.Anyone, (HttpRequest request) => Find("icon.svg", request, "public, max-age=86400")).ExcludeFromDescription();
    }

    private static IResult Find(string path, HttpRequest request, string caching)
    {
        // Only what pages load: no name leads to a compressed copy by itself.
        if (Types.GetValueOrDefault(Path.GetExtension(path)) is not { } type || !BuiltPages.Has(path))
        {
            return Results.StatusCode(StatusCodes.Status404NotFound);
        }

        var accepted = request.GetTypedHeaders().AcceptEncoding;
        var coding = Codings.FirstOrDefault(c => BuiltPages.Has(path + c.Ending) && accepted.Any(a => a.Value == c.Coding && a.Quality is null or > 0));
        return new BuiltFile(path + coding.Ending, type, coding.Coding, caching);
    }

    private sealed record BuiltFile(string Path, string Type, string? Coding, string Caching) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            await using var content = BuiltPages.Open(Path);
            var response = httpContext.Response;
            response.ContentType = Type;
            response.ContentLength = content.Length;
            response.Headers.CacheControl = Caching;
            response.Headers.Vary = HeaderNames.AcceptEncoding;
            if (Coding is not null)
            {
                response.Headers.ContentEncoding = Coding;
            }

            await content.CopyToAsync(response.Body, httpContext.RequestAborted);
        }
    }
}
