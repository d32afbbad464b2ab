using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Audit;

/// <summary>
/// GET /audit/head. There is no request that verifies the whole record: it reads every entry, and the server that would answer is the one
/// that is in doubt. <c>techbroker audit verify</c> does it beside the running server.
/// </summary>
internal static class GetAuditHead
{
    public static void Map(IEndpointRouteBuilder audit) => audit.Get("/head", Rules.ReadAudit, HandleAsync)
        .Produces<AuditHeadBody>()
        .WithName("getAuditHead").WithSummary("Where the audit record ends, to be noted elsewhere");

    private static async Task<Answer> HandleAsync(HttpContext http, Database database, AuditKey key, CancellationToken ct)
    {
        var end = await database.SnapshotAsync(s => AuditEnd.CheckAsync(s, key), ct);
        return new Answer(200, new AuditHeadBody
        {
            Seq = end.Mark?.Seq ?? 0,
            Hash = end.Mark?.Hash,
            Mark = end.Mark?.ToString(),
            Genuine = end.Fault is null,
            Fault = end.Fault?.Message.In(http.Request.PrefersEnglish()),
        });
    }
}
