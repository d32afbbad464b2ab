using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.OpenApi;
using TechBroker.Contracts.Http;
using TechBroker.Domain.Statistics;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;
using TechBroker.Storage.Statistics;

namespace TechBroker.Api.Statistics;

/// <summary>GET /statistics/managers: to organisers everybody's work, to a manager the own and the median of all.</summary>
internal static class GetManagerStatistics
{
    // Of fewer, one's own figure and the median tell a colleague's.
    private const int FewestForMedian = 5;

    public static void Map(IEndpointRouteBuilder statistics) => statistics.Get("/managers", Rules.ReadStatistics, HandleAsync)
        .Produces<ManagerStatisticsBody>().ProducesProblem(400)
        .WithName("getManagerStatistics").WithSummary("What managers did in a period; managers see themselves and the median of all")
        .WithMetadata(StatisticExport.Place, new QueryParameters([.. StatisticQuery.OfPeriod, StatisticQuery.Format]));

    private static async Task<IResult> HandleAsync(HttpContext http, Database database, StatisticExport export, CancellationToken ct)
    {
        var query = new Query(http.Request);
        var (period, format) = (query.Period(), StatisticExport.Format(query, http.Request));
        if (query.Problem is { } problem)
        {
            return problem;
        }

        var (caller, english) = (Caller.Required(http), http.Request.PrefersEnglish());
        var body = await database.SnapshotAsync(
            async s =>
            {
                var work = (await ManagerWork.ReadAsync(s, period.Scope(await StatisticReader.ConflictedAsync(s, caller)))).ToDictionary(w => w.ManagerId);
                var credits = (await Credits.ReadAsync(s, period.First, period.Last)).ToLookup(c => c.ManagerId);
                var all = work.Keys.Union(credits.Select(c => c.Key)).Select(id => work.GetValueOrDefault(id) ?? new ManagerWork { ManagerId = id }).ToList();
                var shown = all.Where(w => caller.IsOrganiser || w.ManagerId == caller.AccountId).ToList();
                var names = await AccountNameStore.OfAsync(s, [.. shown.Select(w => w.ManagerId)], english);
                return new ManagerStatisticsBody
                {
                    From = period.From,
                    To = period.To,
                    Items = [.. shown.Select(w => ToBody(w, names.GetValueOrDefault(w.ManagerId), credits[w.ManagerId])).OrderByDescending(m => m.Signed).ThenByDescending(m => m.Introduced).ThenBy(m => m.ManagerId)],
                    Median = all.Count < FewestForMedian ? null : MedianOf(all),
                };
            },
            ct);
        return await export.AnswerAsync(http, format, body, () => ManagerTable.Of(body), new { period.From, period.To }, ct);
    }

    private static ManagerStatisticBody ToBody(ManagerWork work, string? name, IEnumerable<ManagerCredit> credits) => new()
    {
        ManagerId = work.ManagerId,
        Name = name,
        Live = work.Live,
        Taken = work.Taken,
        Introduced = work.Introduced,
        Signed = work.Signed,
        Closed = work.Closed,
        MedianDaysToIntroduction = work.DaysToIntroduction?.Median,
        Credits =
        [
            .. credits.Where(c => c.Contracts != 0 || c.Amount != 0).OrderByDescending(c => c.Amount).ThenBy(c => c.Currency, StringComparer.Ordinal)
                .Select(c => new ManagerCreditBody { Contracts = c.Contracts, Amount = new MoneyBody { Currency = c.Currency, MinorUnits = c.Amount } }),
        ],
    };

    private static ManagerMedianBody MedianOf(List<ManagerWork> all)
    {
        return new ManagerMedianBody
        {
            Managers = all.Count,
            Live = Middle(w => w.Live),
            Taken = Middle(w => w.Taken),
            Introduced = Middle(w => w.Introduced),
            Signed = Middle(w => w.Signed),
            Closed = Middle(w => w.Closed),
            MedianDaysToIntroduction = Spread.Of(all.Select(w => w.DaysToIntroduction?.Median).OfType<double>()) is { Count: >= FewestForMedian } days ? days.Median : null,
        };

        double Middle(Func<ManagerWork, double> of) => Spread.Of(all.Select(of))!.Value.Median;
    }
}
