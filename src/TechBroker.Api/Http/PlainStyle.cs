using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;

namespace TechBroker.Api.Http;

/// <summary>GET /plain.css: the look of the few pages that the API writes itself, from a file because the content policy allows no style in a page.</summary>
internal static class PlainStyle
{
    public const string Link = "<link rel=\"stylesheet\" href=\"/plain.css\">";

    private const string Css = """
        :root { color-scheme: light dark; font: 15px/1.6 system-ui, -apple-system, "Segoe UI", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif;
          --text: rgba(0, 0, 0, .88); --page: #f5f7fa; --box: #fff; --line: #f0f0f0; --field: #d9d9d9; --primary: #1550b4; --on-primary: #fff; --info: #e6f0ff; --error: #fff1f0; --error-line: #cf1322; }
        @media (prefers-color-scheme: dark) { :root {
          --text: rgba(255, 255, 255, .88); --page: #101216; --box: #141414; --line: #303030; --field: #424242; --primary: #62a0ff; --on-primary: #06142e; --info: #15233d; --error: #2c1618; --error-line: #ff7875; } }
        *, *::before, *::after { box-sizing: border-box; }
        body { margin: 0; background: var(--page); color: var(--text); }
        header { background: var(--box); border-bottom: 1px solid var(--line); }
        header a { display: flex; align-items: center; gap: 10px; max-width: 1280px; height: 60px; margin: 0 auto; padding: 0 24px; color: var(--text); font-size: 17px; font-weight: 600; text-decoration: none; }
        main { max-width: 70rem; margin: 24px auto; padding: 0 24px; }
        main.card { max-width: 412px; margin: 6vh auto 24px; padding: 28px; background: var(--box); border: 1px solid var(--line); border-radius: 12px; }
        @media (max-width: 460px) { main.card { margin: 16px; padding: 20px; } header a { height: 56px; padding: 0 16px; } }
        h1 { margin: 0 0 18px; font-size: 24px; line-height: 1.35; }
        h2 { font-size: 19px; }
        form p { margin: 0 0 20px; }
        form p:last-child, .card > p:last-child { margin-bottom: 0; }
        a { color: var(--primary); }
        input, button, .button { display: block; width: 100%; min-height: 40px; padding: 7px 11px; font: inherit; font-size: 16px; color: var(--text); background: var(--box); border: 1px solid var(--field); border-radius: 8px; }
        input { margin-top: 6px; }
        input:hover { border-color: var(--primary); }
        button, .button { border-color: var(--primary); background: var(--primary); color: var(--on-primary); text-align: center; text-decoration: none; cursor: pointer; }
        :focus-visible { outline: 2px solid var(--primary); outline-offset: 2px; }
        [role=status] { margin: 0 0 20px; padding: 8px 12px; border-radius: 8px; background: var(--info); }
        [role=status].error { background: var(--error); border: 1px solid var(--error-line); }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; font-size: 14px; }
        th, td { padding: 10px 12px; border: 1px solid var(--line); text-align: left; vertical-align: top; min-width: 7rem; background: var(--box); }
        """;

    /// <summary>The product's name above a page, which leads to its front page.</summary>
    public static string Header(bool english) => $"<header><a href=\"/\"><img src=\"/icon.svg\" alt=\"\" width=\"28\" height=\"28\">{(english ? "TechBroker" : "技术交易平台")}</a></header>";

    /// <summary>Begins what is scrolled sideways where it is wider than the screen, by keyboard, too; a div, with a name that is encoded already.</summary>
    public static string Wide(string name) => $"<div class=\"wide\" role=\"region\" aria-label=\"{name}\" tabindex=\"0\">";

    public static void Map(IEndpointRouteBuilder app) => app
        .Get("/plain.css", Rule.Anyone, (HttpResponse response) =>
        {
            response.Headers.CacheControl = "public, max-age=86400";
            return Results.Text(Css, "text/css", System.Text.Encoding.UTF8);
        })
        .ExcludeFromDescription();
}
