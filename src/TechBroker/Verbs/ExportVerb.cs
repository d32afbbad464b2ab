using System.CommandLine;
using TechBroker.Composition;
using TechBroker.Storage.Sql;

namespace TechBroker.Verbs;

/// <summary>techbroker export: what lies in the data folder, as files of its operator; also beside a running server.</summary>
internal static class ExportVerb
{
    private const string Levels = """
        Judged pairs from what people did. 4: contract, memorandum, or a negotiation that goes on. 3: interest of a side, introduction or meeting; also where it then
        ended over price, timing, capacity, foundElsewhere or unresponsive. 2: declined or closed as maturity or other. No judgement: nothing but a proposal, an end over
        price and the like before anybody was interested, or an end as ipUnclear, compliance, conflict, withdrawn or duplicate. Withdrawn items and those of people
        who object to matching are left out.
        """;

    private static readonly Option<FileInfo> Out = new("--out") { Description = "File to write.", Required = true };
    private static readonly Option<DateOnly?> Since = new("--since") { Description = "Only what was done on or after this day (UTC), such as 2026-01-31." };
    private static readonly Option<DirectoryInfo?> Pairs = new("--pairs")
    {
        Description = "Folder for needs.jsonl (the judged ones) and listings.jsonl (the judged ones and all published ones, which word statistics are counted over).",
    };

    private static readonly Option<FileInfo?> Reasons = new("--reasons") { Description = "File for the reasons of declines and closings: needId, listingId, side, reason." };
    private static readonly Option<bool> IncludeHidden = new("--include-hidden") { Description = "Blind and private needs, too. Their text is then in your files: keep those as safe as the data folder." };
    private static readonly Option<string> Lang = Options.OneOf("--language", "Language of messages.", "zh", "en");
    private static readonly Option<bool> All = new("--all") { Description = "Also what is not on the market; never what was withdrawn." };

    public static Command Create()
    {
        var judgements = new Command("judgements", Levels.ReplaceLineEndings(" ")) { Out, Since, Pairs, Reasons, IncludeHidden, Lang, Options.Data };
        judgements.SetAction((parsed, ct) => RunAsync(
            parsed.GetValue(Options.Data),
            database => ExportJudgements.RunAsync(
                database,
                new JudgementFiles(parsed.GetValue(Out)!, parsed.GetValue(Pairs), parsed.GetValue(Reasons)),
                parsed.GetValue(Since),
                parsed.GetValue(IncludeHidden),
                parsed.GetValue(Lang) == "en",
                ct),
            ct));
        var listings = new Command("listings", "Listings as JSONL that match, evaluate, fit and import read.") { Out, All, Lang, Options.Data };
        listings.SetAction((parsed, ct) => RunAsync(
            parsed.GetValue(Options.Data), database => ExportMarket.ListingsAsync(database, parsed.GetValue(Out)!, parsed.GetValue(All), parsed.GetValue(Lang) == "en", ct), ct));
        var needs = new Command("needs", "Needs as JSONL that match, evaluate, fit and import read.") { Out, All, IncludeHidden, Lang, Options.Data };
        needs.SetAction((parsed, ct) => RunAsync(
            parsed.GetValue(Options.Data),
            database => ExportMarket.NeedsAsync(database, parsed.GetValue(Out)!, parsed.GetValue(All), parsed.GetValue(IncludeHidden), parsed.GetValue(Lang) == "en", ct),
            ct));
        return new Command("export", "Write what lies in the data folder to files.") { judgements, listings, needs };
    }

    private static async Task<int> RunAsync(string? data, Func<Database, Task> export, CancellationToken ct)
    {
        var settings = Settings.Read(Options.Configuration(), data);
        if (settings.Storage.IsEmbedded && !File.Exists(settings.Storage.DatabaseFile))
        {
            throw new FailedException($"There is no database {Path.GetFullPath(settings.Storage.DatabaseFile)}; name its folder with --data.");
        }

        using var host = Composition.Host.BuildWorker(settings, withWorkers: false);
        await Composition.Host.MigrateAsync(host.Services.GetRequiredService<SqlDialect>(), ct);
        await export(host.Services.GetRequiredService<Database>());
        return CommandLine.Done;
    }
}
