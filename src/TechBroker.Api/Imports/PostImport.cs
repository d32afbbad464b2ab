using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.Imports.Running;
using TechBroker.Api.Organisations;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.People;
using TechBroker.Storage;
using TechBroker.Storage.Imports;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Imports;

/// <summary>POST /imports: takes a file and answers with a job; what is in the file is looked at afterwards.</summary>
internal static class PostImport
{
    private const int LongestName = 200;

    public static void Map(IEndpointRouteBuilder imports) => imports.Post("", Rules.Import, HandleAsync)
        .Produces<ImportJobBody>(202).ProducesProblem(400).ProducesProblem(413).ProducesProblem(415)
        .WithMetadata(new Place(Dear.Upload), new AcceptsMetadata(["multipart/form-data"], typeof(ImportForm)))
        .WithName("postImport").WithSummary("Import a CSV, XLSX or JSONL file of listings or needs");

    private static async Task<IResult> HandleAsync(
        HttpContext http, Writes writes, ImportFiles files, ImportQueue queue, ApiOptions options, TimeProvider clock, CancellationToken ct)
    {
        if (!http.Request.HasFormContentType)
        {
            return new Problem(415, "unsupported-media-type", new("请以 multipart/form-data 上传文件。", "Upload the file as multipart/form-data."));
        }

        IFormCollection form;
        try
        {
            form = await new FormFeature(http.Request, new FormOptions { MultipartBodyLengthLimit = options.MaxUploadBytes, ValueLengthLimit = 1024, ValueCountLimit = 20 }).ReadFormAsync(ct);
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException { StatusCode: 408 } && !DiskFull.Is(e))
        {
            return Unreadable(e, options);
        }

        var (asked, faults) = Read(form, clock.GetUtcNow());
        if (faults.Count > 0)
        {
            return Problem.Invalid(faults);
        }

        if (!ForCaller(asked, Caller.Required(http)).Is(out var job, out var refused))
        {
            return Problem.Of(refused);
        }

        await using (var content = form.Files[0].OpenReadStream())
        {
            http.Features.Set(await BodyHash.OfAsync(content, $"{job.Kind} {job.DryRun} {job.Publish} {job.OrganisationId}", ct));
            content.Position = 0;
            await files.SaveAsync(job.Id, content, ct);
        }

        var result = await writes.RunAsync(http, session => InsertAsync(session, job, http));
        if (result is Answer)
        {
            queue.Wake();
        }
        else
        {
            files.Delete(job.Id);
        }

        return result;
    }

    private static async Task<IResult> InsertAsync(WriteSession session, ImportJob job, HttpContext http)
    {
        if (await Owner.RefuseAsync(session, job.OrganisationId) is { } refused)
        {
            return refused;
        }

        await ImportStore.InsertAsync(session, job);
        return new Answer(202, job.ToBody([], http.Request.PrefersEnglish())) { Location = $"/api/v1/imports/{job.Id}" };
    }

    /// <summary>Whoever may post a listing or a need may import it, for their own organisation; the people of the centre for any.</summary>
    private static Outcome<ImportJob> ForCaller(ImportJob job, Caller caller)
    {
        if (!caller.IsStaff && !caller.Roles.Contains(job.Kind == "needs" ? Role.Seeker : Role.Provider))
        {
            return new MarketError("kind-not-yours", ErrorKind.Forbidden, new(
                "您的角色不能导入这一类内容：成果由成果方导入，需求由需求方导入。", "Your role does not import this kind: providers import listings, seekers needs."));
        }

        var (owner, refused) = Owner.Of(caller, job.OrganisationId);
        return refused is not null ? refused
            : owner is null && !caller.IsStaff ? new MarketError("no-organisation", ErrorKind.Forbidden, new(
                "您的账号还没有所属单位，请联系管理员设置后再导入。", "Your account belongs to no organisation; ask an administrator to set it, then import."))
            : job with { OrganisationId = owner, PostedBy = caller.AccountId, OwnOnly = !caller.IsStaff };
    }

    private static (ImportJob Job, List<Fault> Faults) Read(IFormCollection form, DateTimeOffset now)
    {
        var faults = new List<Fault>();
        if (form.Files.Count != 1)
        {
            faults.Add(new Fault("file", new("请上传一个文件。", "Upload one file.")));
        }

        if (form["kind"].ToString() is not ("listings" or "needs"))
        {
            faults.Add(new Fault("kind", new("须为 listings（成果）或 needs（需求）。", "It must be listings or needs.")));
        }

        var owner = form["organisationId"].ToString();
        if (owner.Length > 0 && !Guid.TryParse(owner, out _))
        {
            faults.Add(new Fault("organisationId", new("须为 UUID。", "It must be a UUID.")));
        }

        return (new ImportJob
        {
            Id = Guid.NewGuid(),
            Kind = form["kind"].ToString(),
            FileName = NameOf(form.Files.Count > 0 ? form.Files[0].FileName : ""),
            State = "queued",
            DryRun = Flag(form, "dryRun", false, faults),
            Publish = Flag(form, "publish", true, faults),
            OrganisationId = Guid.TryParse(owner, out var id) ? id : null,
            CreatedAt = now,
        }, faults);
    }

    /// <summary>The last part of whatever path the client's system writes, fit to be shown and to name a download; its end tells the format.</summary>
    private static string NameOf(string fileName)
    {
        // The form's reader leaves the escapes of quotes in.
        var plain = fileName.Replace("\\\"", "\"", StringComparison.Ordinal);
        var name = string.Concat(plain[(plain.LastIndexOfAny(['/', '\\']) + 1)..].Where(c => !char.IsControl(c)));
        name = name.Length <= LongestName ? name : name[^LongestName..];
        return name.Length > 0 && char.IsLowSurrogate(name[0]) ? name[1..] : name;
    }

    private static bool Flag(IFormCollection form, string name, bool otherwise, List<Fault> faults)
    {
        var text = form[name].ToString();
        if (text.Length == 0)
        {
            return otherwise;
        }

        if (!bool.TryParse(text, out var flag))
        {
            faults.Add(new Fault(name, new("须为 true 或 false。", "It must be true or false.")));
        }

        return flag;
    }

    private static Problem Unreadable(Exception e, ApiOptions options) =>
        e is BadHttpRequestException { StatusCode: 413 } || e.Message.StartsWith("Multipart body length limit", StringComparison.Ordinal)
            ? new Problem(413, "upload-too-large", new(
                $"文件超过 {options.MaxUploadBytes / 1024 / 1024} MB，请拆分后分批导入。",
                $"The file is larger than {options.MaxUploadBytes / 1024 / 1024} MB; split it and import the parts."))
            : new Problem(400, "form-unreadable", new("上传的表单不完整或格式有误，请重新上传。", "The upload is incomplete or malformed; send it again."));
}

/// <summary>The form's parts, for the OpenAPI document.</summary>
internal sealed record ImportForm
{
    /// <summary>CSV (UTF-8, UTF-16 or GB18030), XLSX or JSONL.</summary>
    public required IFormFile File { get; init; }

    /// <summary>listings or needs.</summary>
    public required string Kind { get; init; }

    /// <summary>Check every row and write nothing; false where absent.</summary>
    public bool DryRun { get; init; }

    /// <summary>Publish what is new; true where absent.</summary>
    public bool Publish { get; init; }

    /// <summary>The unit that the rows belong to.</summary>
    public Guid? OrganisationId { get; init; }
}
