using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Storage.Privacy;

namespace TechBroker.Api.Privacy;

/// <summary>GET /api/v1/privacy for programs and GET /privacy for people: written from the settings that the retention worker goes by.</summary>
internal static class GetPrivacy
{
    public static void Map(IEndpointRouteBuilder api) => api.Get("/privacy", Rule.Anyone, (PrivacyOptions options) => new Answer(200, BodyOf(options)))
        .Produces<PrivacyBody>().WithTags("privacy")
        .WithName("getPrivacy").WithSummary("What is held of people, why and for how long, and what they may ask for");

    public static void MapPage(IEndpointRouteBuilder app) => app
        .Get("/privacy", Rule.Anyone, (HttpRequest request, PrivacyOptions options) => Results.Content(PageOf(options, request.PrefersEnglish()), "text/html", Encoding.UTF8))
        .ExcludeFromDescription();

    private static PrivacyBody BodyOf(PrivacyOptions options) => new()
    {
        Title = Both(PrivacyStatement.Title),
        Kinds = [.. PersonalKind.All.Select(k => new PrivacyKindBody
        {
            Kind = k.Code,
            Title = Both(k.Title),
            What = Both(k.What),
            Purpose = Both(k.Purpose),
            LegalBasis = Both(k.LegalBasis),
            Retention = Both(k.Retention(options)),
        })],
        Matching = Both(PrivacyStatement.Matching),
        Rights = [.. PrivacyStatement.Rights.Select(r => new PrivacyRightBody { Right = r.Code, Call = r.Call, Title = Both(r.Title) })],
    };

    private static string PageOf(PrivacyOptions options, bool english)
    {
        var html = new StringBuilder();
        var title = Say(PrivacyStatement.Title);
        html.Append($"<!doctype html><html lang=\"{(english ? "en" : "zh-CN")}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">{PlainStyle.Link}<title>{title}</title></head><body>{PlainStyle.Header(english)}<main><h1>{title}</h1>{PlainStyle.Wide(title)}<table><tr>");
        foreach (var heading in new Text[] { new("信息", "Data"), new("内容", "What is held"), new("目的", "Purpose"), new("依据", "Legal basis"), new("保存期限", "Kept for how long") })
        {
            html.Append($"<th scope=\"col\">{Say(heading)}</th>");
        }

        html.Append("</tr>");
        foreach (var kind in PersonalKind.All)
        {
            html.Append($"<tr><th scope=\"row\">{Say(kind.Title)}</th><td>{Say(kind.What)}</td><td>{Say(kind.Purpose)}</td><td>{Say(kind.LegalBasis)}</td><td>{Say(kind.Retention(options))}</td></tr>");
        }

        html.Append($"</table></div><h2>{Say(new("自动匹配", "Automated matching"))}</h2><p>{Say(PrivacyStatement.Matching)}</p><h2>{Say(new("您的权利", "Your rights"))}</h2><ul>");
        foreach (var (_, call, right) in PrivacyStatement.Rights)
        {
            html.Append($"<li>{Say(right)} (<code>{WebUtility.HtmlEncode(call)}</code>)</li>");
        }

        return html.Append("</ul></main></body></html>").ToString();

        string Say(Text text) => WebUtility.HtmlEncode(text.In(english));
    }

    private static BilingualBody Both(Text text) => new() { Zh = text.Zh, En = text.En };
}
