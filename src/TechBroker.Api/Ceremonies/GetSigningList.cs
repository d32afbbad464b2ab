using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.Imports.Writing;
using TechBroker.Api.OpenApi;
using TechBroker.Domain;
using TechBroker.Domain.Vocabularies;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Ceremonies;

/// <summary>GET /ceremonies/{id}/list?format=html|xlsx|csv: to be printed and signed on the spot.</summary>
internal static class GetSigningList
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(RouteGroupBuilder ceremonies) => ceremonies.Get("/{id:guid}/list", Rules.HoldCeremony, HandleAsync)
        .Produces<string>(contentType: "text/html").ProducesProblem(400).ProducesProblem(404)
        .WithMetadata(new Place(Dear.Export), new QueryParameters([new("format", "html where absent, xlsx or csv.")]))
        .WithName("getSigningList").WithSummary("The printable list of a ceremony, in the language of Accept-Language");

    public static void MapStyle(IEndpointRouteBuilder app) => app
        .Get(SigningListPage.StylePath, Rule.Anyone, (HttpResponse response) =>
        {
            response.Headers.CacheControl = "public, max-age=86400";
            return Results.Text(SigningListPage.Css, "text/css", Encoding.UTF8);
        })
        .ExcludeFromDescription();

    private static async Task<IResult> HandleAsync(Guid id, HttpContext http, Database database, VocabularySet vocabularies, CancellationToken ct)
    {
        var query = new Query(http.Request);
        var format = query.Text("format") ?? "html";
        if (format is not ("html" or "xlsx" or "csv"))
        {
            query.Wrong("format", new("须为 html、xlsx 或 csv。", "It must be html, xlsx or csv."));
        }

        if (query.Problem is { } problem)
        {
            return problem;
        }

        if (await database.SnapshotAsync(s => Signed.FindAsync(s, id), ct) is not { } signed)
        {
            return Problem.Of(MarketError.NotFound("ceremony", id));
        }

        var english = http.Request.PrefersEnglish();
        var list = SigningList.Of(signed, english, code => RegionName(code, vocabularies, english));
        var name = $"{(english ? "signings" : "签约清单")}-{signed.Ceremony.HeldOn:yyyy-MM-dd}.{format}";
        return format switch
        {
            "xlsx" => Results.Bytes(Workbook(list, english), Xlsx, name),
            "csv" => Results.Bytes(Csv(list, english), "text/csv; charset=utf-8", name),
            _ => Results.Text(SigningListPage.Html(list, english), "text/html", Encoding.UTF8),
        };
    }

    private static string RegionName(string code, VocabularySet vocabularies, bool english) =>
        vocabularies[code.Length == 2 ? "countries" : "regions"].ByCode(code) is { } term ? new Text(term.Zh, term.En).In(english) : code;

    private static byte[] Workbook(SigningList list, bool english)
    {
        using var stream = new MemoryStream();
        XlsxBook.Write(stream, Sheet(english ? "Contracts" : "技术合同", list.Contracts, english), Sheet(english ? "Investments" : "投资项目", list.Investments, english));
        return stream.ToArray();
    }

    private static XlsxSheet Sheet(string name, SigningTable table, bool english) => new(name, table.Headings, [.. table.Rows, .. Totals(table, english)]) { Widths = [6, 40, 30, 30, 14, 24, 18, 18] };

    private static byte[] Csv(SigningList list, bool english)
    {
        using var stream = new MemoryStream();

        // With a BOM, or Excel takes the Chinese for the machine's code page.
        using (var writer = new StreamWriter(stream, new UTF8Encoding(true), leaveOpen: true))
        {
            CsvText.WriteRecord(writer, [list.Title, list.Line]);
            foreach (var table in list.Tables)
            {
                CsvText.WriteRecord(writer, []);
                CsvText.WriteRecord(writer, [table.Title]);
                foreach (var record in (IEnumerable<IReadOnlyList<string>>)[table.Headings, .. table.Rows, .. Totals(table, english)])
                {
                    CsvText.WriteRecord(writer, record);
                }
            }
        }

        return stream.ToArray();
    }

    private static IEnumerable<IReadOnlyList<string>> Totals(SigningTable table, bool english) => table.Totals.Select(t => (IReadOnlyList<string>)["", english ? "Total" : "合计", "", "", "", t]);
}
