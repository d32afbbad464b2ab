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

    private static async Task<IResult> HandleAsync(Guid id, HttpContext http, Database database, Reading reading, NeedAnswers answers, CancellationToken ct)
    {
        var (reader, need, full) = await database.SnapshotAsync(
            async s =>
            {
                var asked = await Reading.OfAsync(s, http);
                var found = await NeedStore.FindAsync(s, id);
                return (asked, found, found is not null && await Reading.InFullAsync(s, asked, http, found));
            },
            ct);
        if (need is null)
        {
            return Problem.Of(MarketError.NotFound("need", id));
        }

        if (full)
        {
            await reading.RecordAsync(http, [need]);
        }

        return await answers.ShownAsync(http, reader, full, need, ct) is { } shown
            ? new Answer(200, shown) { Revision = shown.Revision }
            : Problem.Of(MarketError.NotFound("need", id));
    }
}
