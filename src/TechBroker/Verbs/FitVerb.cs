using System.CommandLine;
using TechBroker.Matching;
using TechBroker.Matching.Vectors;

namespace TechBroker.Verbs;

/// <summary>techbroker fit: parameters from judged pairs, beside the old ones on pairs that neither has seen. Writes a file and switches nothing.</summary>
internal static class FitVerb
{
    private const string Shipped = "shipped";

    private static readonly Option<FileInfo> Needs = Options.InputFile("--needs", "JSONL file of needs.");
    private static readonly Option<FileInfo> Listings = Options.InputFile("--listings", "JSONL file of listings: all that are published, because word statistics are counted over them.");
    private static readonly Option<FileInfo> Judgements = Options.InputFile("--judgements", "Judged pairs: needId, listingId, level and perhaps fold, tab-separated with a header.");
    private static readonly Option<string> Base = new("--base")
    {
        Description = "Parameters to begin with and to compare with: 'shipped', or a file that fit wrote.",
        DefaultValueFactory = _ => Shipped,
    };

    private static readonly Option<FileInfo?> Out = new("--out") { Description = "Parameter file to write; a server uses it with Matching__Parameters=FILE. Nothing is written where absent." };
    private static readonly Option<int?> Folds = new("--folds") { Description = "Parts of the cross-validation, 2 to 10; where absent those of the file, or 3 by the needs' ids." };
    private static readonly Option<DateOnly?> Date = new("--date") { Description = "Day that the file names as the day of the fit; today (UTC) where absent." };
    private static readonly Option<string> Format = Options.OneOf("--format", "How to print.", "table", "json");
    private static readonly Option<string> Lang = Options.OneOf("--language", "Language of messages.", "zh", "en");

    public static Command Create()
    {
        var command = new Command("fit", "Fit weights and levels to judged pairs, and show old and new figures on pairs that were not fitted on.")
        {
            Needs, Listings, Judgements, Base, Options.Vectors, Out, Folds, Date, Format, Lang,
        };
        command.SetAction((parsed, _) => RunAsync(
            new FitFiles(parsed.GetValue(Needs)!, parsed.GetValue(Listings)!, parsed.GetValue(Judgements)!),
            parsed.GetValue(Base)!,
            Options.VectorsOf(parsed.GetValue(Options.Vectors)),
            parsed.GetValue(Out),
            parsed.GetValue(Folds),
            parsed.GetValue(Date) ?? DateOnly.FromDateTime(DateTime.UtcNow),
            parsed.GetValue(Format) == "json",
            parsed.GetValue(Lang) == "en"));
        return command;
    }

    private static async Task<int> RunAsync(FitFiles files, string start, TermVectors? vectors, FileInfo? output, int? folds, DateOnly day, bool json, bool english)
    {
        if (folds is < 2 or > 10)
        {
            throw new UsageException($"--folds is {folds}; it must be 2 to 10.");
        }

        Options.CheckFolderOf("--out", output);
        var old = Options.ParametersOf("--base", start == Shipped ? null : start);
        var needs = MarketFile.Read(files.Needs, Side.Need);
        var listings = MarketFile.Read(files.Listings, Side.Listing);
        var pairs = FoldedPairs.Of(JudgementFile.Read(files.Judgements, needs, listings), needs, files.Judgements.Name, folds);
        var result = await Progress.ShowAsync(
            english ? "Fitting" : "拟合", report => Task.Run(() => Refit.Run(listings.Items, needs.Items, pairs, old, report, vectors)));
        var report = new FitReport(result, old, files.SetOf(result, old, pairs.Count, day));
        if (output is not null)
        {
            await File.WriteAllTextAsync(output.FullName, report.Named.ToJson());
        }

        Console.WriteLine(json ? report.AsJson() : report.AsTable(output, english));
        return CommandLine.Done;
    }
}
