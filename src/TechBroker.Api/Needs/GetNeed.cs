using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Needs;

/// <summary>GET /needs/{id}</summary>
internal static class GetNeed
{
    public static void Map(IEndpointRouteBuilder needs) => needs.Get("/{id:guid}", Rule.Sees(Kind.Need), HandleAsync)
        .Produces<NeedBody>().ProducesProblem(404)
        .WithName("getNeed").WithSummary("Read a need");

    private static async Task<IResult> HandleAsync(Guid id, HttpContext http, Database database, NeedAnswers answers, CancellationToken ct) =>
        await database.ReadAsync(s => NeedStore.FindAsync(s, id), ct) is { } need
            ? answers.Ok(http, need)
            : Problem.Of(MarketError.NotFound("need", id));
}
