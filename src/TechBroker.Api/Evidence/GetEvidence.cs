using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Storage.Evidence;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Evidence;

/// <summary>GET /deals/{id}/evidence: all files of a deal, oldest first, withdrawn ones marked.</summary>
internal static class GetEvidence
{
    public static void Map(RouteGroupBuilder deals) => deals.Get("/{id:guid}/evidence", Rules.FileEvidence, HandleAsync)
        .Produces<Page<EvidenceBody>>().ProducesProblem(404)
        .WithName("listEvidence").WithSummary("List the files of a deal");

    private static Task<IResult> HandleAsync(Guid id, HttpContext http, Database database, CancellationToken ct) => database.SnapshotAsync<IResult>(
        async session => await EvidenceDesk.RefuseAsync(session, Caller.Required(http), id) is { } refused
            ? refused
            : new Answer(200, new Page<EvidenceBody> { Items = [.. (await EvidenceStore.OfDealAsync(session, id)).Select(f => f.ToBody())] }),
        ct);
}
