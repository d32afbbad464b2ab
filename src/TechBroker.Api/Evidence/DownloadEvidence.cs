using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Domain;
using TechBroker.Domain.Evidence;
using TechBroker.Storage.Evidence;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Evidence;

/// <summary>GET /deals/{id}/evidence/{fileId}: the file as it was uploaded, to be saved and never shown in place; who reads it is on record.</summary>
internal sealed class DownloadEvidence(HttpContext http, Database database, EvidenceFiles files, ClamScanner scanner, TimeProvider clock)
{
    private readonly Caller caller = Caller.Required(http);

    public static void Map(RouteGroupBuilder deals) => deals
        .Get("/{id:guid}/evidence/{fileId:guid}", Rules.FileEvidence, (
            Guid id, Guid fileId, HttpContext http, Database database, EvidenceFiles files, ClamScanner scanner, TimeProvider clock, CancellationToken ct) =>
            new DownloadEvidence(http, database, files, scanner, clock).HandleAsync(id, fileId, ct))
        .Produces<string>(contentType: "application/octet-stream").ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).ProducesProblem(503)
        .WithMetadata(new Place(Dear.Export))
        .WithName("getEvidence").WithSummary("Download a file of a deal");

    public static Problem ScannerAway() => new(503, "scanner-unavailable", new(
        "病毒扫描服务暂不可用，文件须经扫描后才能保存或下载，请稍后重试。", "The virus scanner cannot be reached, and no file passes without it; try again later."))
    {
        RetryAfterSeconds = 30,
    };

    private async Task<IResult> HandleAsync(Guid dealId, Guid fileId, CancellationToken ct)
    {
        var (refused, file) = await database.SnapshotAsync(
            async s => (await EvidenceDesk.RefuseAsync(s, caller, dealId), await EvidenceStore.FindAsync(s, dealId, fileId)), ct);
        if (refused is not null || file is null)
        {
            return refused ?? Problem.Of(MarketError.NotFound("evidence", fileId));
        }

        // The centre answers for what was withdrawn and can still look at it.
        if (file.WithdrawnAt is not null && !caller.IsStaff)
        {
            return Problem.Of(EvidenceErrors.Withdrawn());
        }

        if (await files.OpenAsync(file.Sha256, ct) is not { } content)
        {
            await RecordAsync("evidence.damaged", file, ct);
            return new Problem(503, "evidence-damaged", new(
                "服务器上的文件已损坏或缺失，不能提供；请联系管理员从备份恢复，或重新上传。",
                "The file on the server is damaged or missing and is not handed out; ask the operator to restore it from a backup, or upload it again."));
        }

        try
        {
            if (await ScanAsync(file, content, ct) is { } unclean)
            {
                await content.DisposeAsync();
                return unclean;
            }

            await RecordAsync("evidence.downloaded", file, ct);
        }
        catch
        {
            await content.DisposeAsync();
            throw;
        }

        return Results.Stream(content, file.Format.MediaType(), file.FileName);
    }

    /// <summary>What was uploaded before there was a scanner is seen by it now.</summary>
    private async Task<Problem?> ScanAsync(EvidenceFile file, FileStream content, CancellationToken ct)
    {
        if (!scanner.IsOn)
        {
            return null;
        }

        var clean = await database.ReadAsync(s => EvidenceStore.VerdictAsync(s, file.Sha256), ct);
        if (clean is null)
        {
            clean = await scanner.IsCleanAsync(content, ct);
            content.Position = 0;
            if (clean is { } verdict)
            {
                await database.WriteAsync(caller.Actor, s => EvidenceStore.AddVerdictAsync(s, file.Sha256, verdict, clock.GetUtcNow()), ct);
            }
        }

        return clean switch
        {
            true => null,
            false => Problem.Of(EvidenceErrors.Infected()),
            null => ScannerAway(),
        };
    }

    private Task RecordAsync(string action, EvidenceFile file, CancellationToken ct) => database.WriteAsync(
        caller.Actor,
        session =>
        {
            session.Record(action, "deal", file.DealId, new { EvidenceId = file.Id, file.Sha256 });
            return Task.CompletedTask;
        },
        ct);
}
