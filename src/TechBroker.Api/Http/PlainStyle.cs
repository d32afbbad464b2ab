using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;

namespace TechBroker.Api.Http;

/// <summary>GET /plain.css: the look of the few pages that the API writes itself, from a file because the content policy allows no style in a page.</summary>
internal static class PlainStyle
{
    public const string Link = "<link rel=\"stylesheet\" href=\"/plain.css\">";

    private const string Css = """
        :root { color-scheme: light dark; font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
        body { margin: 0 auto; padding: 1.5rem 1rem; max-width: 60rem; }
        main { margin: 0 auto; max-width: 24rem; }
        h1 { font-size: 1.4rem; }
        h2 { font-size: 1.1rem; }
        input, button { box-sizing: border-box; width: 100%; min-height: 2.75rem; padding: .4rem .7rem; font: inherit; border: 1px solid #8c8c8c; border-radius: 6px; }
        button { border-color: #0958d9; background: #0958d9; color: #fff; cursor: pointer; }
        :focus-visible { outline: 3px solid #91caff; outline-offset: 1px; }
        [role=status] { padding: .6rem .8rem; border-left: 4px solid #0958d9; background: #8882; }
        table { border-collapse: collapse; display: block; overflow-x: auto; }
        th, td { padding: .5rem; border: 1px solid #8886; text-align: left; vertical-align: top; min-width: 7rem; }
        """;

    public static void Map(IEndpointRouteBuilder app) => app
        .Get("/plain.css", Rule.Anyone, (HttpResponse response) =>
        {
            response.Headers.CacheControl = "public, max-age=86400";
            return Results.Text(Css, "text/css", System.Text.Encoding.UTF8);
        })
        .ExcludeFromDescription();
}
