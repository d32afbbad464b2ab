using Microsoft.AspNetCore.Http;
using TechBroker.Api.Http;

namespace TechBroker.Api.Health;

/// <summary>What GET / tells programs, which cannot show pages: where to go.</summary>
internal static class FrontPage
{
    private const string Zh = """
        TechBroker 技术交易平台（网页请用浏览器打开本地址）

          /openapi/v1.json                    接口说明
          /api/v1/listings?q=关键词            检索成果
          /api/v1/needs?q=关键词               检索需求
          /api/v1/needs/{id}/matches          查看某项需求的匹配及理由
          /api/v1/imports/template?kind=listings   下载成果导入模板（Excel）
          /privacy                            个人信息处理说明
          /health/ready                       运行状态
        """;

    private const string En = """
        TechBroker, a technology-transaction platform (open this address in a browser for the pages)

          /openapi/v1.json                    API document
          /api/v1/listings?q=words            search listings
          /api/v1/needs?q=words               search needs
          /api/v1/needs/{id}/matches          matches of a need, with reasons
          /api/v1/imports/template?kind=listings   Excel template for importing listings
          /privacy                            how personal data are handled
          /health/ready                       state of the service
        """;

    public static IResult Answer(HttpRequest request) => Results.Text(request.PrefersEnglish() ? En : Zh, "text/plain", System.Text.Encoding.UTF8);
}
