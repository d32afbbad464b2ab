using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.OpenApi;
using TechBroker.Domain;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Audit;

/// <summary>
/// GET /audit/export: what passes the conditions, in the chain's order, as it stood when it was asked for. Each export is an entry itself. No
/// names: a file that has left cannot be corrected when a person's data are.
/// </summary>
internal static class ExportAudit
{
    private enum Format
    {
        Csv,
        Jsonl,
    }

    public static void Map(IEndpointRouteBuilder audit) => audit.Get("/export", Rules.ReadAudit, HandleAsync)
        .Produces<string>(contentType: "text/csv").ProducesProblem(400)
        .WithName("exportAudit").WithSummary("Download entries of the audit record with their hashes, oldest first; the last row is the record's head")
        .WithMetadata(new QueryParameters([new("format", "csv or jsonl; csv where absent."), .. AuditQuery.Parameters]));

    private static async Task<IResult> HandleAsync(HttpContext http, Database database, AuditKey key, CancellationToken ct)
    {
        var query = new Query(http.Request);
        var format = query.Code<Format>("format") ?? Format.Csv;
        var asked = AuditQuery.Read(query);
        if (query.Problem is { } problem)
        {
            return problem;
        }

        // Counted before it is recorded: a count of everything would keep all writers waiting.
        var (head, filter, count) = await database.SnapshotAsync(
            async s =>
            {
                var end = (await AuditEnd.CheckAsync(s, key)).Mark ?? new AuditMark(0, "");
                var all = asked with { Before = end.Seq + 1 };
                return (end, all, await AuditStore.CountAsync(s, all));
            },
            ct);
        await database.WriteAsync(
            Caller.ActorOf(http),
            session =>
            {
                session.Record("audit.exported", "audit", null, new
                {
                    Format = Codes.Of(format),
                    Count = count,
                    Head = head.Seq,
                    asked.From,
                    asked.To,
                    asked.ActorId,
                    Action = asked.ActionPrefix,
                    asked.Subject,
                    asked.SubjectId,
                });
                return Task.CompletedTask;
            },
            ct);
        return new AuditFile(AuditStore.ReadInOrderAsync(database, filter, ct), head, format is Format.Csv);
    }
}
