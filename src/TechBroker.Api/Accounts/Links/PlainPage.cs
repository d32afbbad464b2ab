using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using TechBroker.Api.Http;
using TechBroker.Domain;

namespace TechBroker.Api.Accounts.Links;

/// <summary>
/// A page of text and at most a form: no script, and nothing to load but its style. <see cref="SecurityHeaders"/> sees to it that its address,
/// which holds the token, is told to no other site.
/// </summary>
internal sealed record PlainPage(int Status, Text Title, Text Says) : IResult
{
    // Chinese stays readable; what could be markup does not.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Where the form goes; null where there is none.</summary>
    public string? Action { get; init; }

    public IReadOnlyList<PageField> Fields { get; init; } = [];

    public Text Button { get; init; }

    /// <summary>Whether the next step is to sign in.</summary>
    public bool LeadsToSignIn { get; init; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        await response.WriteAsync(Html(httpContext.Request.PrefersEnglish()), httpContext.RequestAborted);
    }

    private string Html(bool english)
    {
        var html = new StringBuilder($"""
            <!doctype html>
            <html lang="{(english ? "en" : "zh-CN")}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            {PlainStyle.Link}
            <link rel="icon" href="/icon.svg" type="image/svg+xml">
            <title>{Encode(Title.In(english))} · TechBroker</title>
            </head>
            <body>
            {PlainStyle.Header(english)}
            <main class="card">
            <h1>{Encode(Title.In(english))}</h1>
            <p role="status"{(Status < 400 ? "" : " class=\"error\"")}>{Encode(Says.In(english))}</p>

            """);
        if (Action is not null)
        {
            html.Append($"<form method=\"post\" action=\"{Encode(Action)}\">\n");
            foreach (var field in Fields)
            {
                html.Append(field.Html(english));
            }

            html.Append($"<p><button type=\"submit\">{Encode(Button.In(english))}</button></p>\n</form>\n");
        }

        if (LeadsToSignIn)
        {
            html.Append($"<p><a class=\"button\" href=\"/sign-in\">{Encode(new Text("去登录", "Sign in").In(english))}</a></p>\n");
        }

        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    public static string Encode(string text) => Encoder.Encode(text);
}

/// <summary>An input with its label.</summary>
/// <param name="Name">In the form.</param>
/// <param name="Type">hidden, text, email or password.</param>
/// <param name="Label">Above it.</param>
internal sealed record PageField(string Name, string Type, Text Label)
{
    public string Value { get; init; } = "";

    /// <summary>Tells password stores what it is.</summary>
    public string Autocomplete { get; init; } = "off";

    public string Html(bool english) => Type == "hidden"
        ? $"<input type=\"hidden\" name=\"{Name}\" value=\"{PlainPage.Encode(Value)}\">\n"
        : $"<p><label>{PlainPage.Encode(Label.In(english))}<br>\n<input type=\"{Type}\" name=\"{Name}\" value=\"{PlainPage.Encode(Value)}\" autocomplete=\"{Autocomplete}\" required></label></p>\n";
}
