using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.OpenApi;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Storage.Investments;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Investments;

/// <summary>GET /statistics/investments: from the ledger of investments alone, as known at a moment; contracts have their own figures.</summary>
internal static class GetInvestmentFigures
{
    private static readonly QueryParameters Parameters = new(
    [
        new("from", "Signed on this day or later."),
        new("to", "Signed on this day or earlier."),
        new("asOf", "As known at this moment; now where absent."),
        new("groupBy", "region, industry or month; all in one where absent."),
    ]);

    public static void Map(RouteGroupBuilder statistics) => statistics.Get("/investments", Rules.ReadInvestments, HandleAsync)
        .Produces<InvestmentFiguresBody>().ProducesProblem(400)
        .WithName("getInvestmentFigures").WithSummary("Figures of investments, apart from contracts").WithMetadata(Parameters);

    private static async Task<IResult> HandleAsync(HttpContext http, Database database, TimeProvider clock, CancellationToken ct)
    {
        var query = new Query(http.Request);
        var (from, to, asOf, by) = (DayOf.Query(query, "from"), DayOf.Query(query, "to"), query.Time("asOf"), query.Code<InvestmentGrouping>("groupBy"));
        if (from > to)
        {
            query.Wrong("to", new("结束日期早于开始日期。", "It is before from."));
        }

        if (query.Problem is { } problem)
        {
            return problem;
        }

        var (groups, totals) = await database.SnapshotAsync(
            async s => (await InvestmentStore.SumsAsync(s, by ?? InvestmentGrouping.None, from, to, asOf), await InvestmentStore.SumsAsync(s, InvestmentGrouping.None, from, to, asOf)), ct);
        return new Answer(200, new InvestmentFiguresBody
        {
            From = from,
            To = to,
            AsOf = asOf ?? clock.GetUtcNow(),
            GroupBy = by is null or InvestmentGrouping.None ? null : Codes.Of(by.Value),
            Items = [.. groups.Select(ToBody)],
            Totals = [.. totals.Select(ToBody)],
        });
    }

    private static InvestmentFigureBody ToBody(InvestmentSum sum) => new()
    {
        Key = sum.GroupKey,
        Projects = sum.Projects,
        Amount = new Money(sum.Currency, sum.AmountMinorUnits).ToMoneyBody(),
    };
}
