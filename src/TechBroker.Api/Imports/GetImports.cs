using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.OpenApi;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Storage.Imports;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Imports;

/// <summary>GET /imports, /imports/{id} and /imports/{id}/errors</summary>
internal static class GetImports
{
    private const int Shown = 100;

    public static void Map(IEndpointRouteBuilder imports)
    {
        imports.Get("", Rule.SignedIn, PageAsync)
            .Produces<Page<ImportJobBody>>().ProducesProblem(400)
            .WithName("listImports").WithSummary("List imports, newest first").WithMetadata(QueryParameters.OfPage);
        imports.Get("/{id:guid}", Rules.ReadImport, OneAsync)
            .Produces<ImportJobBody>().ProducesProblem(404)
            .WithName("getImport").WithSummary("Read an import: how far it is, and what was wrong");
        imports.Get("/{id:guid}/errors", Rules.ReadImport, IssuesAsync)
            .Produces<Page<ImportIssueBody>>().ProducesProblem(400).ProducesProblem(404)
            .WithName("getImportErrors").WithSummary("Read all errors and warnings of an import").WithMetadata(QueryParameters.OfPage);
    }

    private static Task<IResult> PageAsync(HttpContext http, Database database, CancellationToken ct) =>
        NewestFirst.PageAsync(http, database, Own(http), j => (j.CreatedAt, j.Id), (j, english) => j.ToBody([], english), ct);

    private static Func<SqlSession, DateTimeOffset?, Guid?, int, Task<IReadOnlyList<ImportJob>>> Own(HttpContext http)
    {
        var caller = Caller.Required(http);
        return (s, before, beforeId, limit) => ImportStore.PageAsync(s, caller.IsOrganiser ? null : (caller.AccountId, caller.OrganisationId), before, beforeId, limit);
    }

    private static async Task<IResult> OneAsync(Guid id, HttpContext http, Database database, CancellationToken ct)
    {
        var (job, issues) = await database.SnapshotAsync(async s => (await ImportStore.FindAsync(s, id), await ImportStore.IssuesAsync(s, id, 0, Shown)), ct);
        return job is null ? Problem.Of(MarketError.NotFound("import", id)) : new Answer(200, job.ToBody(issues, http.Request.PrefersEnglish()));
    }

    private static async Task<IResult> IssuesAsync(Guid id, HttpContext http, Database database, CancellationToken ct)
    {
        var query = new Query(http.Request);
        var limit = query.Limit();
        var after = query.Cursor(c => c.Id == id && long.TryParse(c.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _));
        if (query.Problem is { } problem)
        {
            return problem;
        }

        var from = after is null ? 0 : long.Parse(after.Value, CultureInfo.InvariantCulture);
        var (job, rows) = await database.SnapshotAsync(async s => (await ImportStore.FindAsync(s, id), await ImportStore.IssuesAsync(s, id, from, limit + 1)), ct);
        if (job is null)
        {
            return Problem.Of(MarketError.NotFound("import", id));
        }

        var english = http.Request.PrefersEnglish();
        var page = rows.Take(limit).ToList();
        return new Answer(200, new Page<ImportIssueBody>
        {
            Items = [.. page.Select(i => ImportIssue.Of(i).ToBody(english))],
            Next = rows.Count > limit ? new Cursor(query.List, page[^1].Seq.ToString(CultureInfo.InvariantCulture), id).ToString() : null,
        });
    }
}
