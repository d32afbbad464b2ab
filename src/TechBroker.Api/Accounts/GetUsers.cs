using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.OpenApi;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Accounts;

/// <summary>GET /users and /users/{id}</summary>
internal static class GetUsers
{
    private static readonly QueryParameters Parameters = new(
        [new("q", "Only those who have this in their name or e-mail address."), .. QueryParameters.OfPage.All]);

    public static void Map(IEndpointRouteBuilder users)
    {
        users.Get("", Rules.ManagePeople, PageAsync)
            .Produces<Page<UserBody>>().ProducesProblem(400)
            .WithName("listUsers").WithSummary("List people, newest first")
            .WithMetadata(Parameters);
        users.Get("/{id:guid}", Rules.ManagePeople, OneAsync)
            .Produces<UserBody>().ProducesProblem(404)
            .WithName("getUser").WithSummary("Read what is held of a person's account");
    }

    private static async Task<IResult> PageAsync(HttpContext http, Database database, CancellationToken ct)
    {
        var query = new Query(http.Request);
        var text = query.Text("q", 100);
        return query.Problem ?? await NewestFirst.PageAsync(
            http,
            database,
            (s, before, beforeId, limit) => AccountStore.PageAsync(s, text, before, beforeId, limit),
            a => (a.CreatedAt, a.Id),
            (a, _) => a.ToBody(),
            ct);
    }

    private static async Task<IResult> OneAsync(Guid id, Database database, CancellationToken ct) =>
        await database.ReadAsync(s => AccountStore.FindAsync(s, id), ct) is { } account
            ? account.ToAnswer(200)
            : Problem.Of(MarketError.NotFound("user", id));
}
