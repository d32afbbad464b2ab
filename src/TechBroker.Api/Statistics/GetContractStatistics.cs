using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.OpenApi;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Statistics;
using TechBroker.Domain.Vocabularies;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;
using TechBroker.Storage.Statistics;

namespace TechBroker.Api.Statistics;

/// <summary>GET /statistics/contracts: sums by up to three dimensions.</summary>
internal static class GetContractStatistics
{
    public static void Map(IEndpointRouteBuilder statistics) => statistics.Get("/contracts", Rules.ReadStatistics, HandleAsync)
        .Produces<ContractStatisticsBody>().ProducesProblem(400)
        .WithName("getContractStatistics").WithSummary("Contracts by up to three dimensions, with the way to the ledger lines behind each figure")
        .WithMetadata(StatisticExport.Place, new QueryParameters(
        [
            new("groupBy", $"Up to {ContractFigures.MostDimensions} of {string.Join(", ", Codes.All<ContractDimension>())}, with commas."),
            .. ContractQuery.Parameters, .. ContractQuery.RegionParameters, StatisticQuery.Format,
        ]));

    private static async Task<IResult> HandleAsync(HttpContext http, Database database, VocabularySet vocabularies, StatisticExport export, CancellationToken ct)
    {
        var query = new Query(http.Request);
        var dimensions = Dimensions(query, http.Request);
        var asked = ContractQuery.Read(query, http, vocabularies, StatisticKind.Signed);
        var format = StatisticExport.Format(query, http.Request);
        if (query.Problem is { } problem)
        {
            return problem;
        }

        var figures = await database.ReadAsync(s => ContractFigures.ReadAsync(s, asked.Filter, dimensions, asked.Level, asked.OnlyManager), ct);
        var body = new ContractStatisticsBody
        {
            Kind = Codes.Of(asked.Filter.Kind),
            From = asked.Period.From,
            To = asked.Period.To,
            KnownBefore = asked.Filter.KnownBefore,
            GroupBy = [.. dimensions.Select(Codes.Of)],
            Items = [.. figures.Sorted().Select(f => asked.ToBody(dimensions, f))],

            // Out of the same rows: nothing recorded between two statements can come between the groups and their total.
            Totals = [.. ContractFigures.Fold(figures.Select(f => f with { Keys = [] })).Sorted().Select(f => asked.ToBody([], f))],
        };
        var names = format is StatisticFormat.Json ? new Dictionary<Guid, string>() : await NamesAsync(http, database, dimensions, figures, ct);
        return await export.AnswerAsync(
            http,
            format,
            body,
            () => ContractTables.OfFigures("contracts", new("技术合同统计", "Contracts"), http, vocabularies, asked, dimensions, [.. figures.Sorted()], names),
            asked.ForRecord(dimensions),
            ct);
    }

    private static List<ContractDimension> Dimensions(Query query, HttpRequest request)
    {
        var given = query.Values(request, "groupBy");
        var known = given.Where(g => Codes.TryParse<ContractDimension>(g, out _)).Select(Codes.Parse<ContractDimension>).ToList();
        if (known.Count < given.Count || known.Count > ContractFigures.MostDimensions)
        {
            var all = string.Join(", ", Codes.All<ContractDimension>());
            query.Wrong("groupBy", new($"最多 {ContractFigures.MostDimensions} 项，可选：{all}。", $"At most {ContractFigures.MostDimensions} of {all}."));
            return [];
        }

        return known;
    }

    private static async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(
        HttpContext http, Database database, List<ContractDimension> dimensions, IReadOnlyList<ContractFigure> figures, CancellationToken ct)
    {
        var at = dimensions.IndexOf(ContractDimension.Manager);
        var ids = at < 0 ? [] : figures.Select(f => f.Keys[at]).OfType<string>().Distinct().Select(Guid.Parse).ToList();
        return await database.ReadAsync(s => AccountNameStore.OfAsync(s, ids, http.Request.PrefersEnglish()), ct);
    }
}
