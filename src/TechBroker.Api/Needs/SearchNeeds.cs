using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.Search;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Needs;
using TechBroker.Domain.Vocabularies;
using TechBroker.Matching;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Needs;

/// <summary>GET /needs: with <c>q</c> best first among the published, without it newest first among all that have not left the market.</summary>
internal static class SearchNeeds
{
    private static readonly string[] Shown =
        [.. Codes.All<NeedState>().Except([Codes.Of(NeedState.Withdrawn), Codes.Of(NeedState.Satisfied), Codes.Of(NeedState.Expired)])];

    public static void Map(IEndpointRouteBuilder needs) => needs.Get("", Rule.Anyone, HandleAsync)
        .Produces<Page<NeedBody>>().ProducesProblem(400)
        .WithName("searchNeeds").WithSummary("Search needs")
        .WithMetadata(MarketQuery.Parameters("least TRL", Codes.All<NeedState>()));

    private static async Task<IResult> HandleAsync(HttpContext http, MarketSearch search, Database database, Reading reading, VocabularySet vocabularies, NeedAnswers answers, OwnerNames owners, CancellationToken ct)
    {
        var query = new Query(http.Request);
        var reader = await database.ReadAsync(s => Reading.OfAsync(s, http), ct);
        var asked = MarketQuery.Read(query, vocabularies, reader, query.Code<NeedState>("state") is { } state ? [Codes.Of(state)] : Shown);
        if (query.Problem is { } problem)
        {
            return problem;
        }

        var (items, next) = await search.PageAsync(Side.Need, asked, NeedStore.PageAsync, NeedStore.FindManyAsync, n => n.Id, n => n.CreatedAt, ct);
        await reading.RecordAsync(http, [.. items.Where(reader.ReadsInFull)]);
        return new Answer(200, new Page<NeedBody>
        {
            Items = await owners.OfAsync([.. items.Select(n => reader.ReadsInFull(n) ? answers.BodyOf(http, n) : reader.NoticeOf(n)?.ToBody()).OfType<NeedBody>()], ct),
            Next = next,
        });
    }
}
