using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.Imports.Writing;
using TechBroker.Api.OpenApi;
using TechBroker.Domain.Vocabularies;

namespace TechBroker.Api.Imports;

/// <summary>GET /imports/template?kind=listings|needs&amp;format=xlsx|csv: an empty table with headings, an example and notes.</summary>
internal static class GetTemplate
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(IEndpointRouteBuilder imports) => imports.Get("/template", Rule.Anyone, Handle)
        .Produces<string>(contentType: Xlsx).ProducesProblem(400)
        .WithName("getImportTemplate").WithSummary("Download a template to fill in, in the language of Accept-Language")
        .WithMetadata(new Place(Dear.Export), new QueryParameters([new("kind", "listings or needs."), new("format", "xlsx where absent, or csv.")]));

    private static IResult Handle(HttpContext http, VocabularySet vocabularies)
    {
        var query = new Query(http.Request);
        var (kind, format) = (query.Text("kind"), query.Text("format") ?? "xlsx");
        if (kind is not ("listings" or "needs"))
        {
            query.Wrong("kind", new("须为 listings（成果）或 needs（需求）。", "It must be listings or needs."));
        }

        if (format is not ("xlsx" or "csv"))
        {
            query.Wrong("format", new("须为 xlsx 或 csv。", "It must be xlsx or csv."));
        }

        if (query.Problem is { } problem)
        {
            return problem;
        }

        var (of, english) = (kind == "needs" ? ImportKind.Needs : ImportKind.Listings, http.Request.PrefersEnglish());
        return format == "csv"
            ? Results.Bytes(ImportTemplate.Csv(of, english), "text/csv; charset=utf-8", $"techbroker-{kind}.csv")
            : Results.Bytes(ImportTemplate.Xlsx(of, english, vocabularies), Xlsx, $"techbroker-{kind}.xlsx");
    }
}
