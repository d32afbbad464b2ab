using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.OpenApi;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Vocabularies;
using TechBroker.Storage.Investments;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Investments;

/// <summary>GET /investments and /investments/{id}; the filters are those of the figures, so that each figure can be looked into.</summary>
internal static class GetInvestments
{
    private static readonly QueryParameters Parameters = new(
    [
        new("from", "Signed on this day or later."),
        new("to", "Signed on this day or earlier."),
        new("region", "Settles in exactly this region."),
        new("industry", "A code or name of a field or industry."),
        new("ceremonyId", "Signed at this ceremony."),
        new("reversed", "true: only reversed ones; false: without them; all where absent."),
        .. QueryParameters.OfPage.All,
    ]);

    public static void Map(RouteGroupBuilder investments)
    {
        investments.Get("", Rules.ReadInvestments, PageAsync)
            .Produces<Page<InvestmentBody>>().ProducesProblem(400)
            .WithName("listInvestments").WithSummary("List investments, newest first").WithMetadata(Parameters);
        investments.Get("/{id:guid}", Rules.ReadInvestments, OneAsync)
            .Produces<InvestmentBody>().ProducesProblem(404)
            .WithName("getInvestment").WithSummary("Read an investment");
    }

    private static async Task<IResult> PageAsync(HttpContext http, Database database, VocabularySet vocabularies, CancellationToken ct)
    {
        var query = new Query(http.Request);
        var industry = query.Text("industry");
        var filter = new InvestmentFilter
        {
            From = DayOf.Query(query, "from"),
            To = DayOf.Query(query, "to"),
            RegionCode = query.Text("region"),
            Industry = industry is null ? null : vocabularies.FieldCode(industry) ?? industry,
            CeremonyId = query.Id("ceremonyId"),
            Reversed = Flag(query, "reversed"),
        };
        return query.Problem ?? await NewestFirst.PageAsync(
            http, database, (s, before, beforeId, limit) => InvestmentStore.PageAsync(s, filter, before, beforeId, limit), i => (i.CreatedAt, i.Id), (i, _) => i.ToBody(), ct);
    }

    private static async Task<IResult> OneAsync(Guid id, Database database, CancellationToken ct) =>
        await database.ReadAsync(s => InvestmentStore.FindAsync(s, id), ct) is { } investment
            ? new Answer(200, investment.ToBody())
            : Problem.Of(MarketError.NotFound("investment", id));

    private static bool? Flag(Query query, string name)
    {
        var text = query.Text(name);
        if (text is not (null or "true" or "false"))
        {
            query.Wrong(name, new("须为 true 或 false。", "It must be true or false."));
        }

        return text is null ? null : text == "true";
    }
}
