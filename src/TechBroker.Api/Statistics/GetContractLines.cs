using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.OpenApi;
using TechBroker.Contracts.Http;
using TechBroker.Domain.Statistics;
using TechBroker.Domain.Vocabularies;
using TechBroker.Storage.Sql;
using TechBroker.Storage.Statistics;

namespace TechBroker.Api.Statistics;

/// <summary>GET /statistics/contracts/lines: what a figure is made of, in the order in which it was recorded.</summary>
internal static class GetContractLines
{
    private const int MostInAFile = 100_000;

    public static void Map(IEndpointRouteBuilder statistics) => statistics.Get("/contracts/lines", Rules.ReadStatistics, HandleAsync)
        .Produces<Page<ContractLineBody>>().ProducesProblem(400).ProducesProblem(422)
        .WithName("getContractLines").WithSummary("The ledger lines behind a figure: they add up to it exactly")
        .WithMetadata(StatisticExport.Place, QueryParameters.OfPage, new QueryParameters(
        [
            .. ContractQuery.Parameters, .. ContractQuery.RegionParameters,
            new("sellerProvince", "Only sellers with this key at the level of provinces; also sellerCity, buyerProvince, buyerCity."),
            new("sellerCity", "At the level of cities, where 110000 is Beijing without a district."), new("buyerProvince", "See sellerProvince."), new("buyerCity", "See sellerCity."),
            new("recordedFrom", "Only lines that came on record at this moment or later."), StatisticQuery.Format,
        ]));

    private static async Task<IResult> HandleAsync(HttpContext http, Database database, VocabularySet vocabularies, StatisticExport export, CancellationToken ct)
    {
        var query = new Query(http.Request);
        var asked = ContractQuery.Read(query, http, vocabularies, StatisticKind.Signed);
        var format = StatisticExport.Format(query, http.Request);
        var limit = format is StatisticFormat.Json ? query.Limit() : MostInAFile;
        var after = query.Cursor(c => c.Number is not null)?.Number ?? 0;
        if (query.Problem is { } problem)
        {
            return problem;
        }

        // One more than asked for tells whether there is a next page.
        var lines = await database.ReadAsync(s => ContractFigures.LinesAsync(s, asked.Filter, after, limit + 1), ct);
        if (format is not StatisticFormat.Json && lines.Count > limit)
        {
            return new Problem(422, "too-many-lines", new($"超过 {MostInAFile} 行，请缩小统计期间或增加条件后再导出。", $"There are more than {MostInAFile} lines; narrow the period or add conditions."));
        }

        var page = lines.Take(limit).ToList();
        var body = new Page<ContractLineBody>
        {
            Items = format is StatisticFormat.Json ? [.. page.Select(ToBody)] : [],
            Next = lines.Count > limit ? Cursor.Of(query.List, page[^1].Seq).ToString() : null,
        };
        return await export.AnswerAsync(http, format, body, () => ContractTables.OfLines(http, asked, page), asked.ForRecord([]), ct);
    }

    private static ContractLineBody ToBody(ContractLine line) => new()
    {
        Seq = line.Seq,
        DealId = line.DealId,
        Title = line.Title,
        Kind = line.Kind,
        Day = line.Day,
        Amount = new MoneyBody { Currency = line.Currency, MinorUnits = line.AmountMinorUnits },
        TechnologyAmount = new MoneyBody { Currency = line.Currency, MinorUnits = line.TechnologyMinorUnits },
        RecordedAt = line.RecordedAt,
        ReversesSeq = line.ReversesSeq,
    };
}
