using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.OpenApi;
using TechBroker.Contracts.Http;
using TechBroker.Storage.Audit;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Audit;

/// <summary>GET /audit: who did what, newest first.</summary>
internal static class GetAudit
{
    public static void Map(IEndpointRouteBuilder audit) => audit.Get("", Rules.ReadAudit, HandleAsync)
        .Produces<Page<AuditEntryBody>>().ProducesProblem(400)
        .WithName("searchAudit").WithSummary("Search the audit record, newest first")
        .WithMetadata(new QueryParameters([.. AuditQuery.Parameters, .. QueryParameters.OfPage.All]));

    private static async Task<IResult> HandleAsync(HttpContext http, Database database, CancellationToken ct)
    {
        var query = new Query(http.Request);
        var limit = query.Limit();
        var filter = AuditQuery.Read(query) with { Before = query.Cursor(c => c.Number is not null)?.Number, Limit = limit + 1 };
        if (query.Problem is { } problem)
        {
            return problem;
        }

        var english = http.Request.PrefersEnglish();
        var (page, more, names) = await database.SnapshotAsync(
            async s =>
            {
                var entries = await AuditStore.SearchAsync(s, filter);
                var shown = entries.Take(limit).ToList();
                return (shown, entries.Count > limit, await AccountNameStore.OfAsync(s, [.. shown.Select(e => e.ActorId).OfType<Guid>().Distinct()], english));
            },
            ct);
        return new Answer(200, new Page<AuditEntryBody>
        {
            Items = [.. page.Select(e => ToBody(e, names))],
            Next = more ? Cursor.Of(query.List, page[^1].Seq).ToString() : null,
        });
    }

    private static AuditEntryBody ToBody(AuditEntry entry, IReadOnlyDictionary<Guid, string> names) => new()
    {
        Seq = entry.Seq,
        At = entry.At,
        ActorId = entry.ActorId,
        ActorName = entry.ActorId is { } id ? names.GetValueOrDefault(id) : null,
        ActorKind = entry.ActorKind,
        Via = entry.Via,
        Address = entry.Address,
        Action = entry.Action,
        Subject = entry.Subject,
        SubjectId = entry.SubjectId,
        Details = entry.Details is { } details ? JsonElement.Parse(details) : null,
        PreviousHash = Convert.ToHexStringLower(entry.PreviousHash),
        Hash = Convert.ToHexStringLower(entry.Hash),
    };
}
