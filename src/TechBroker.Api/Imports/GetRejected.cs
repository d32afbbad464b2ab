using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.Imports.Mapping;
using TechBroker.Api.Imports.Reading;
using TechBroker.Api.Imports.Running;
using TechBroker.Api.Imports.Writing;
using TechBroker.Domain;
using TechBroker.Storage.Imports;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Imports;

/// <summary>GET /imports/{id}/rejected: the rows that were not imported, each with what is wrong, to be mended and imported again.</summary>
internal static class GetRejected
{
    public static void Map(IEndpointRouteBuilder imports) => imports.Get("/{id:guid}/rejected", Rules.ReadImport, HandleAsync)
        .Produces<string>(contentType: "text/csv").ProducesProblem(404)
        .WithMetadata(new Place(Dear.Export))
        .WithName("getRejectedRows").WithSummary("Download the rejected rows with their errors (CSV; JSONL for a JSONL import)");

    private static async Task<IResult> HandleAsync(Guid id, HttpContext http, Database database, ImportFiles files, CancellationToken ct)
    {
        var (job, errors) = await database.SnapshotAsync(async s => (await ImportStore.FindAsync(s, id), await ImportStore.ErrorsAsync(s, id)), ct);
        if (job is null || errors.Count == 0 || files.TryOpen(id) is not { } file)
        {
            return Problem.Of(MarketError.NotFound("rejected-rows", id));
        }

        var kind = job.Kind == "needs" ? ImportKind.Needs : ImportKind.Listings;
        if (!TableFile.Open(file, job.FileName, kind, ct: ct).Is(out var table, out var refused))
        {
            return Problem.Of(refused);
        }

        using (table)
        {
            var written = new MemoryStream();
            Write(written, table, errors.ToLookup(e => e.RowNumber, ImportIssue.Of), http.Request.PrefersEnglish(), ct);
            written.Position = 0;
            return Results.Stream(written, table.Format is TableFormat.Jsonl ? "application/jsonl" : "text/csv; charset=utf-8", RejectedFile.NameFor(job.FileName, table.Format));
        }
    }

    /// <summary>The source's rows that have errors, in file order.</summary>
    public static void Write(Stream output, TableFile table, ILookup<int, ImportIssue> errors, bool english, CancellationToken ct)
    {
        using var rejected = RejectedFile.To(output, table, english);
        foreach (var row in table.Rows(ct).Where(r => errors.Contains(r.Number)))
        {
            rejected.Add(new MappedRow(row, default, [.. errors[row.Number]]));
        }
    }
}
