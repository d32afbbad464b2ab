using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.OpenApi;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Vocabularies;
using TechBroker.Storage.Sql;
using TechBroker.Storage.Statistics;

namespace TechBroker.Api.Statistics;

/// <summary>GET /statistics/market: supply and demand by field, without whatever a conflict of interest closes to the reader.</summary>
internal static class GetMarketStatistics
{
    public static void Map(IEndpointRouteBuilder statistics) => statistics.Get("/market", Rules.ReadStatistics, HandleAsync)
        .Produces<MarketStatisticsBody>().ProducesProblem(400)
        .WithName("getMarketStatistics").WithSummary("Published listings and needs by field, and those that found nothing yet")
        .WithMetadata(StatisticExport.Place, new QueryParameters([StatisticQuery.Format]));

    private static async Task<IResult> HandleAsync(HttpContext http, Database database, VocabularySet vocabularies, StatisticExport export, CancellationToken ct)
    {
        var query = new Query(http.Request);
        var format = StatisticExport.Format(query, http.Request);
        if (query.Problem is { } problem)
        {
            return problem;
        }

        var (listings, needs) = await database.SnapshotAsync(
            async s =>
            {
                var reader = await Reading.OfAsync(s, http);
                return (
                    await MarketSupply.ListingsAsync(s, reader, await StatisticReader.ConflictedAsync(s, Caller.Required(http))),
                    await MarketSupply.NeedsAsync(s, reader));
            },
            ct);
        var top = new TopFields(vocabularies);
        var (supply, demand) = (ByField(listings, top), ByField(needs, top));
        var body = new MarketStatisticsBody
        {
            Items =
            [
                .. supply.Keys.Union(demand.Keys).Select(f => ToBody(f.Length == 0 ? null : f, supply.GetValueOrDefault(f), demand.GetValueOrDefault(f)))
                    .OrderByDescending(i => i.Listings + i.Needs).ThenBy(i => i.Field, StringComparer.Ordinal),
            ],
            Total = ToBody(null, (listings.Sum(r => r.Number), listings.Sum(r => r.Idle)), (needs.Sum(r => r.Number), needs.Sum(r => r.Idle))),
        };
        return await export.AnswerAsync(http, format, body, () => Table(body, vocabularies, http.Request.PrefersEnglish()), new { }, ct);
    }

    private static Dictionary<string, (long Number, long Idle)> ByField(IEnumerable<SupplyRow> rows, TopFields top) => rows
        .SelectMany(r => (top.Of(r.Fields) is { Count: > 0 } fields ? fields : [""]).Select(f => (Field: f, r.Number, r.Idle)))
        .GroupBy(r => r.Field).ToDictionary(g => g.Key, g => (g.Sum(r => r.Number), g.Sum(r => r.Idle)));

    private static MarketStatisticBody ToBody(string? field, (long Number, long Idle) listings, (long Number, long Idle) needs) => new()
    {
        Field = field,
        Listings = listings.Number,
        ListingsWithoutInterest = listings.Idle,
        Needs = needs.Number,
        NeedsWithoutListing = needs.Idle,
    };

    private static StatisticTable Table(MarketStatisticsBody body, VocabularySet vocabularies, bool english)
    {
        var (other, total) = (new Named(null, new Text("其他", "Other").In(english)), new Named("total", new Text("合计（跨领域不重复计）", "Total (each once)").In(english)));
        return new(
            "market",
            new("供需概况", "Market"),
            [
                new(new("技术领域", "Field of technology")), new(new("在架成果", "Published listings")), new(new("其中无对接", "Without an engagement")),
                new(new("在榜需求", "Published needs")), new(new("其中无匹配成果（3 级以上）", "Without a listing of level 3 or 4")),
            ],
            body.Items.Select(i => Row(i, i.Field is null ? other : new Named(i.Field, StatisticNames.Field(vocabularies, i.Field, english)))).Append(Row(body.Total, total)),
            []);
    }

    private static IReadOnlyList<object?> Row(MarketStatisticBody m, Named field) => [field, m.Listings, m.ListingsWithoutInterest, m.Needs, m.NeedsWithoutListing];
}
