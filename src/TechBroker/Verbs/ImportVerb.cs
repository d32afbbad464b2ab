using System.CommandLine;
using System.Diagnostics;
using TechBroker.Api.Imports;
using TechBroker.Api.Imports.Reading;
using TechBroker.Api.Imports.Running;
using TechBroker.Composition;
using TechBroker.Domain;
using TechBroker.Storage;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Bus;
using TechBroker.Storage.Imports;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.Verbs;

/// <summary>techbroker import: a file straight into the database, and matched before the command ends.</summary>
internal static class ImportVerb
{
    private const int ShownIssues = 20;

    private static readonly Argument<FileInfo> FileArgument = new Argument<FileInfo>("FILE") { Description = "CSV, XLSX or JSONL." }.AcceptExistingOnly();
    private static readonly Option<string> Kind = new Option<string>("--kind") { Description = "What the rows are.", Required = true }.AcceptOnlyFromAmong("listings", "needs");
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Check every row and write nothing." };
    private static readonly Option<bool> Draft = new("--draft") { Description = "Keep what is new as drafts instead of publishing it." };
    private static readonly Option<Guid?> Organisation = new("--organisation") { Description = "Id of the unit that the rows belong to." };
    private static readonly Option<FileInfo?> Rejected = new("--rejected") { Description = "Where to write rejected rows; NAME-rejected.csv (or .jsonl) in this folder where absent." };
    private static readonly Option<string> Lang = Options.OneOf("--language", "Language of messages.", "zh", "en");

    public static Command Create()
    {
        var command = new Command("import", "Import listings or needs from a file, and match them.") { FileArgument, Kind, DryRun, Draft, Organisation, Rejected, Lang, Options.Data };
        command.SetAction((parsed, ct) => RunAsync(
            parsed.GetValue(FileArgument)!,
            new ImportJob
            {
                Id = Guid.NewGuid(),
                Kind = parsed.GetValue(Kind)!,
                FileName = parsed.GetValue(FileArgument)!.Name,
                State = "queued",
                DryRun = parsed.GetValue(DryRun),
                Publish = !parsed.GetValue(Draft),
                OrganisationId = parsed.GetValue(Organisation),
                CreatedAt = DateTimeOffset.UtcNow,
            },
            parsed.GetValue(Rejected),
            parsed.GetValue(Lang) == "en",
            parsed.GetValue(Options.Data),
            ct));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo file, ImportJob job, FileInfo? rejected, bool english, string? data, CancellationToken ct)
    {
        Options.CheckFolderOf("--rejected", rejected);
        var settings = Settings.Read(Options.Configuration(), data);
        Directory.CreateDirectory(settings.Storage.DataDirectory);

        // Where a server works on the folder, it also matches; otherwise this process does, so that nothing is left to do. With a broker it is always
        // the workers that match, and the relays of the others that carry what is written here.
        using var exclusive = job.DryRun || settings.Bus.IsDurable ? null : ExclusiveUse.TryTake(settings.Storage.DataDirectory);
        using var host = Composition.Host.BuildImporter(settings, withWorkers: exclusive is not null);
        await Composition.Host.MigrateAsync(host.Services.GetRequiredService<SqlDialect>(), ct);
        await host.StartAsync(ct);
        try
        {
            return await ImportAsync(host.Services, file, job, rejected, drains: !settings.Bus.IsDurable, english, ct);
        }
        finally
        {
            await host.StopAsync(CancellationToken.None);
        }
    }

    private static async Task<int> ImportAsync(IServiceProvider services, FileInfo file, ImportJob job, FileInfo? rejected, bool drains, bool english, CancellationToken ct)
    {
        var database = services.GetRequiredService<Database>();
        if (job.OrganisationId is { } owner && await database.ReadAsync(s => OrganisationStore.FindAsync(s, owner), ct) is null)
        {
            throw new UsageException($"--organisation: there is no organisation {owner}.");
        }

        if (!job.DryRun)
        {
            await database.WriteAsync(
                Actor.Operator,
                session =>
                {
                    ImportStore.RecordStart(session, job);
                    return Task.CompletedTask;
                },
                ct);
        }

        var issues = new List<ImportIssue>();
        var start = Stopwatch.GetTimestamp();
        var done = await Progress.ShowAsync(english ? "Importing" : "导入", async report => await services.GetRequiredService<ImportRunner>().RunAsync(
            Actor.Operator,
            job,
            file.OpenRead(),
            stored: false,
            (now, found) =>
            {
                issues.AddRange(found);
                report(now.Processed, now.Rows ?? 0);
            },
            ct));
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        if (done.Failure is { } failure)
        {
            throw new FailedException($"{file.Name}: {Text.Parse(failure).In(english)}");
        }

        PrintIssues(issues, english);
        Console.WriteLine(english
            ? $"{done.Rows} rows{(done.DryRun ? " checked (dry run, nothing written)" : "")} in {seconds:0.0} s: {done.Created} new, {done.Updated} changed, {done.Unchanged} unchanged, {done.Rejected} rejected."
            : $"共 {done.Rows} 行{(done.DryRun ? "（试运行，未写入）" : "")}，用时 {seconds:0.0} 秒：新增 {done.Created}，更新 {done.Updated}，未变 {done.Unchanged}，未导入 {done.Rejected}。");
        if (done.Rejected > 0)
        {
            var written = WriteRejected(file, done, rejected, issues, english, ct);
            Console.WriteLine(english ? $"Rejected rows with their errors: {written}" : $"未导入的行及原因见：{written}");
        }

        if (!done.DryRun && drains)
        {
            await DrainAsync(database, english, ct);
        }
        else if (!done.DryRun)
        {
            Console.WriteLine(english ? "The workers match it as soon as one is running." : "由正在运行的 worker 进行匹配。");
        }

        return done.Rows > 0 && done.Rejected == done.Rows ? CommandLine.Failed : CommandLine.Done;
    }

    /// <summary>Until everything posted so far is matched, by this process or by the server that holds the folder.</summary>
    private static async Task DrainAsync(Database database, bool english, CancellationToken ct)
    {
        var start = Stopwatch.GetTimestamp();
        var all = await database.ReadAsync(OutboxStore.CountAsync, ct);
        await Progress.ShowAsync(english ? "Matching" : "匹配", async report =>
        {
            for (int left; (left = await database.ReadAsync(OutboxStore.CountAsync, ct)) > 0;)
            {
                report(Math.Max(0, all - left), all);
                await Task.Delay(50, ct);
            }

            report(all, all);
            return true;
        });
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine(english ? $"Matched {seconds:0.0} s later." : $"匹配完成，又用 {seconds:0.0} 秒。");
    }

    // Errors first: three hundred hints about one column must not hide the row that was left out.
    private static void PrintIssues(List<ImportIssue> issues, bool english)
    {
        foreach (var issue in issues.OrderByDescending(i => i.Severity).Take(ShownIssues))
        {
            var severity = (issue.Severity, english) switch
            {
                (Severity.Error, true) => "error",
                (Severity.Error, false) => "错误",
                (_, true) => "warning",
                _ => "提示",
            };
            Console.Error.WriteLine(english
                ? $"row {issue.Row} {severity}: {issue.Message.En} {issue.Remedy.En}"
                : $"第 {issue.Row} 行 {severity}：{issue.Message.Zh}{issue.Remedy.Zh}");
        }

        if (issues.Count > ShownIssues)
        {
            Console.Error.WriteLine(english ? $"… and {issues.Count - ShownIssues} more." : $"……另有 {issues.Count - ShownIssues} 条。");
        }
    }

    private static string WriteRejected(FileInfo file, ImportJob job, FileInfo? target, List<ImportIssue> issues, bool english, CancellationToken ct)
    {
        var kind = job.Kind == "needs" ? ImportKind.Needs : ImportKind.Listings;
        if (!TableFile.Open(file.OpenRead(), file.Name, kind, ct: ct).Is(out var table, out var refused))
        {
            throw new FailedException(refused.Message.In(english));
        }

        using (table)
        {
            var path = target?.FullName ?? Path.GetFullPath(Api.Imports.Writing.RejectedFile.NameFor(file.Name, table.Format));
            using var output = File.Create(path);
            GetRejected.Write(output, table, issues.Where(i => i.Severity is Severity.Error).ToLookup(i => i.Row), english, ct);
            return path;
        }
    }
}
