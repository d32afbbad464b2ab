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
    public static void Map(IEndpointRouteBuilder users)
    {
        users.Get("", Rules.ManagePeople, PageAsync)
            .Produces<Page<UserBody>>().ProducesProblem(400)
            .WithName("listUsers").WithSummary("List people, newest first")
            .WithMetadata(QueryParameters.OfPage);
        users.Get("/{id:guid}", Rules.ManagePeople, OneAsync)
            .Produces<UserBody>().ProducesProblem(404)
            .WithName("getUser").WithSummary("Read what is held of a person's account");
    }

    private static Task<IResult> PageAsync(HttpContext http, Database database, CancellationToken ct) =>
        NewestFirst.PageAsync(http, database, AccountStore.PageAsync, a => (a.CreatedAt, a.Id), (a, _) => a.ToBody(), ct);

    private static async Task<IResult> OneAsync(Guid id, Database database, CancellationToken ct) =>
        await database.ReadAsync(s => AccountStore.FindAsync(s, id), ct) is { } account
            ? account.ToAnswer(200)
            : Problem.Of(MarketError.NotFound("user", id));
}
