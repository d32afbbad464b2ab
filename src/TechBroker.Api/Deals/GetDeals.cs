using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.OpenApi;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Deals;
using TechBroker.Storage.Deals;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Deals;

/// <summary>GET /deals, /deals/{id}, /deals/{id}/log and /deals/{id}/ledger: a party reads its own contracts, the centre all.</summary>
internal static class GetDeals
{
    private static readonly QueryParameters Parameters = new(
    [
        new("state", $"Only in this state: {string.Join(", ", Codes.All<DealState>())}."),
        new("type", $"Only of this contract type: {string.Join(", ", Codes.All<ContractType>())}."),
        new("manager", "Only those that this manager brokered (account id)."),
        new("organisation", "Only those to which this organisation is a party (id)."),
        new("from", "Signed on this day or later, such as 2027-03-31."),
        new("to", "Signed on this day or earlier, such as 2027-03-31."),
        .. QueryParameters.OfPage.All,
    ]);

    public static void Map(IEndpointRouteBuilder deals)
    {
        deals.Get("", Rule.SignedIn, PageAsync)
            .Produces<Page<DealBody>>().ProducesProblem(400)
            .WithName("listDeals").WithSummary("List contracts, newest first: a party its own, the centre all")
            .WithMetadata(Parameters);
        deals.Get("/{id:guid}", Rules.ReadDeal, (Guid id, HttpContext http, Database database, CancellationToken ct) =>
                OpenAsync(id, http, database, (_, book, reader) => Task.FromResult(book.ToAnswer(reader, http.Request.PrefersEnglish())), ct))
            .Produces<DealBody>().ProducesProblem(404)
            .WithName("getDeal").WithSummary("Read a contract");
        deals.Get("/{id:guid}/log", Rules.ReadDeal, (Guid id, HttpContext http, Database database, CancellationToken ct) =>
                OpenAsync(id, http, database, async (session, book, reader) =>
                    new Answer(200, new DealLogBody { Items = [.. (await DealStore.LogAsync(session, book.Deal.Id)).Select(e => e.ToBody(reader))] }), ct))
            .Produces<DealLogBody>().ProducesProblem(404)
            .WithName("getDealLog").WithSummary("Everything that happened to a contract, oldest first");
        deals.Get("/{id:guid}/ledger", Rules.ReadDeal, (Guid id, HttpContext http, Database database, CancellationToken ct) =>
                OpenAsync(id, http, database, (_, book, reader) => Task.FromResult(new Answer(200, book.ToLedger(reader))), ct))
            .Produces<DealLedgerBody>().ProducesProblem(404)
            .WithName("getDealLedger").WithSummary("Every line of a contract's ledger, oldest first");
    }

    private static async Task<IResult> PageAsync(HttpContext http, Database database, CancellationToken ct)
    {
        var query = new Query(http.Request);
        var caller = Caller.Required(http);
        var filter = new DealFilter
        {
            All = caller.IsStaff,
            ReaderOrganisationId = caller.OrganisationId,
            ReaderId = caller.AccountId,
            State = query.Code<DealState>("state") is { } state ? Codes.Of(state) : null,
            ContractType = query.Code<ContractType>("type") is { } type ? Codes.Of(type) : null,
            ManagerId = query.Id("manager"),
            OrganisationId = query.Id("organisation"),
            From = query.Time("from") is { } from ? DateOnly.FromDateTime(from.DateTime) : null,
            To = query.Time("to") is { } to ? DateOnly.FromDateTime(to.DateTime) : null,
        };
        return query.Problem ?? await NewestFirst.PageAsync(
            http,
            database,
            (session, before, beforeId, limit) => DealStore.PageAsync(session, filter with { Before = before, BeforeId = beforeId, Limit = limit }),
            book => (book.Deal.CreatedAt, book.Deal.Id),
            (book, english) => book.ToBody(DealReader.Of(caller, book.Deal), english),
            ct);
    }

    private static Task<IResult> OpenAsync(Guid id, HttpContext http, Database database, Func<SqlSession, DealBook, DealReader, Task<Answer>> answer, CancellationToken ct) =>
        database.SnapshotAsync<IResult>(
            async session => await DealStore.FindAsync(session, id) is { } book
                ? await answer(session, book, DealReader.Of(Caller.Required(http), book.Deal))
                : Problem.Of(MarketError.NotFound("deal", id)),
            ct);
}
