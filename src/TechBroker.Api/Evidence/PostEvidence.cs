using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.Evidence;
using TechBroker.Storage.Evidence;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Evidence;

/// <summary>POST /deals/{id}/evidence: one file, acknowledged when it is safe on disk, checked by its content and, where a scanner is set, found clean.</summary>
internal sealed class PostEvidence(HttpContext http, Guid dealId, Database database, EvidenceFiles files, ClamScanner scanner, EvidenceOptions options, Writes writes, TimeProvider clock)
{
    // Of the form around the file.
    private const int FormOverhead = 64 * 1024;

    private const int LongestNote = 2_000;

    private readonly Caller caller = Caller.Required(http);

    public static void Map(RouteGroupBuilder deals) => deals
        .Post("/{id:guid}/evidence", Rules.FileEvidence, (
            Guid id, HttpContext http, Database database, EvidenceFiles files, ClamScanner scanner, EvidenceOptions options, Writes writes, TimeProvider clock, CancellationToken ct) =>
            new PostEvidence(http, id, database, files, scanner, options, writes, clock).HandleAsync(ct))
        .Produces<EvidenceBody>(201).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(413).ProducesProblem(415).ProducesProblem(422).ProducesProblem(503)
        .WithMetadata(new Place(Dear.Upload), new AcceptsMetadata(["multipart/form-data"], typeof(EvidenceForm)))
        .WithName("postEvidence").WithSummary("Upload a file of a deal: the contract, its certificate, a proof of payment");

    private async Task<IResult> HandleAsync(CancellationToken ct)
    {
        if (http.Request.ContentLength > options.MaxFileBytes + FormOverhead)
        {
            return ReceivedForm.TooLarge(options.MaxFileBytes);
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = options.MaxFileBytes + FormOverhead;
        }

        if (await database.ReadAsync(s => EvidenceDesk.RefuseAsync(s, caller, dealId), ct) is { } refused)
        {
            return refused;
        }

        await using var form = new ReceivedForm(files, options.MaxFileBytes);
        return await form.ReadAsync(http.Request, ct) ?? await TakeAsync(form, ct);
    }

    private async Task<IResult> TakeAsync(ReceivedForm form, CancellationToken ct)
    {
        List<Fault> faults = [.. form.Faults, .. Faults(form)];
        if (faults.Count > 0)
        {
            return Problem.Invalid(faults);
        }

        if (!(await FileInspection.OfAsync(form.File!, ct)).Is(out var found, out var refused))
        {
            return new Problem(415, refused.Code, refused.Message);
        }

        var clean = (bool?)null;
        if (scanner.IsOn)
        {
            form.File!.Position = 0;
            clean = await scanner.IsCleanAsync(form.File, ct);
            if (clean is null)
            {
                return DownloadEvidence.ScannerAway();
            }
        }

        if (clean is false)
        {
            await database.WriteAsync(caller.Actor, s => EvidenceStore.AddVerdictAsync(s, form.Sha256, false, clock.GetUtcNow()), ct);
            return Problem.Of(EvidenceErrors.Infected());
        }

        // What is acknowledged must survive what its row survives.
        form.File!.Flush(flushToDisk: true);
        var file = FileOf(form, found.Format);
        http.Features.Set(new BodyHash($"{file.Sha256} {form.Value("kind")} {file.Note} {file.FileName}"));
        return await files.KeepAsync(form.File.Name, file.Sha256, () => writes.RunAsync(http, session => InsertAsync(session, file, clean)));
    }

    private async Task<IResult> InsertAsync(WriteSession session, EvidenceFile file, bool? clean)
    {
        if (await EvidenceStore.CountAsync(session, dealId) >= options.MaxFilesPerDeal)
        {
            return Problem.Of(EvidenceErrors.TooMany(options.MaxFilesPerDeal));
        }

        file = file with { OrganisationId = await EvidenceDesk.PartyOfAsync(session, caller, dealId) };
        if (await EvidenceStore.InsertAsync(session, file) is { } standing)
        {
            return Problem.Of(EvidenceErrors.Twice(standing));
        }

        if (clean is true)
        {
            await EvidenceStore.AddVerdictAsync(session, file.Sha256, true, file.UploadedAt);
        }

        return new Answer(201, file.ToBody()) { Location = $"/api/v1/deals/{dealId}/evidence/{file.Id}" };
    }

    private EvidenceFile FileOf(ReceivedForm form, EvidenceFormat format) => new()
    {
        Id = Guid.NewGuid(),
        DealId = dealId,
        Kind = Codes.Parse<EvidenceKind>(form.Value("kind")!),
        FileName = EvidenceName.Clean(form.GivenName, format),
        Format = format,
        Length = form.File!.Length,
        Sha256 = form.Sha256,
        Note = form.Value("note"),
        UploadedBy = caller.AccountId,
        UploadedFor = caller.IsStaff ? EvidenceFile.ForCentre : EvidenceFile.ForParty,
        UploadedAt = clock.GetUtcNow(),
    };

    private static IEnumerable<Fault> Faults(ReceivedForm form)
    {
        if (!Codes.TryParse<EvidenceKind>(form.Value("kind"), out _))
        {
            var all = string.Join(", ", Codes.All<EvidenceKind>());
            yield return new Fault("kind", new($"须为以下之一：{all}。", $"It must be one of {all}."));
        }

        if (form.Value("note") is { } note && (note.Length > LongestNote || PlainText.FirstFault(note) >= 0))
        {
            yield return new Fault("note", new($"须为最多 {LongestNote:N0} 个字符的普通文本。", $"It must be plain text of at most {LongestNote:N0} characters."));
        }
    }
}

/// <summary>The form's parts, for the OpenAPI document.</summary>
internal sealed record EvidenceForm
{
    /// <summary>PDF, PNG, JPEG, OFD, DOCX, XLSX, or TXT and CSV in UTF-8.</summary>
    public required IFormFile File { get; init; }

    /// <summary>contract, registrationCertificate, paymentProof, acceptance or other.</summary>
    public required string Kind { get; init; }

    public string? Note { get; init; }
}
