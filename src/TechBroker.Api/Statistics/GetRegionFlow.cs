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
using static TechBroker.Domain.Statistics.ContractDimension;

namespace TechBroker.Api.Statistics;

/// <summary>GET /statistics/region-flow: which region sells technology to which.</summary>
internal static class GetRegionFlow
{
    private static readonly ContractDimension[] Dimensions = [SellerRegion, BuyerRegion];

    public static void Map(IEndpointRouteBuilder statistics) => statistics.Get("/region-flow", Rules.ReadStatistics, HandleAsync)
        .Produces<RegionFlowBody>().ProducesProblem(400)
        .WithName("getRegionFlow").WithSummary("Registered contracts by the regions of seller and buyer, the largest amount first")
        .WithMetadata(StatisticExport.Place, new QueryParameters(
        [
            .. ContractQuery.Parameters, new("fromRegion", "Only from this province, city or district, or country; several with commas."), new("toRegion", "The same of where to."), StatisticQuery.Format,
        ]));

    private static async Task<IResult> HandleAsync(HttpContext http, Database database, VocabularySet vocabularies, StatisticExport export, CancellationToken ct)
    {
        var query = new Query(http.Request);
        var asked = ContractQuery.Read(query, http, vocabularies, StatisticKind.Registered, "fromRegion", "toRegion");
        var format = StatisticExport.Format(query, http.Request);
        if (query.Problem is { } problem)
        {
            return problem;
        }

        var figures = (await database.ReadAsync(s => ContractFigures.ReadAsync(s, asked.Filter, Dimensions, asked.Level), ct)).Sorted().ToList();
        var body = new RegionFlowBody
        {
            Kind = Domain.Codes.Of(asked.Filter.Kind),
            From = asked.Period.From,
            To = asked.Period.To,
            KnownBefore = asked.Filter.KnownBefore,
            Items =
            [
                .. figures.Select(f => new RegionFlowItemBody
                {
                    FromRegion = f.Keys[0]!,
                    ToRegion = f.Keys[1]!,
                    Contracts = asked.Contracts(f.Known),
                    Payments = asked.Payments(f.Known),
                    Amount = f.ToMoney(f.Known.Amount),
                    TechnologyAmount = f.ToMoney(f.Known.Technology),
                    CorrectedSince = asked.ChangeOf(Dimensions, f),
                    Lines = asked.LinesOf(Dimensions, f.Keys, f.Currency),
                }),
            ],
        };
        return await export.AnswerAsync(
            http, format, body, () => ContractTables.OfFigures("region-flow", new("技术流向", "Region flow"), http, vocabularies, asked, Dimensions, figures, NoNames), asked.ForRecord(Dimensions), ct);
    }

    private static readonly IReadOnlyDictionary<Guid, string> NoNames = new Dictionary<Guid, string>();
}
