using System.CommandLine;
using System.Text.Json;
using TechBroker.Api.Http;
using TechBroker.Matching;

namespace TechBroker.Verbs;

/// <summary>techbroker match: pairs two files with no server; one JSON line for each pair, needs in file order, best first.</summary>
internal static class MatchVerb
{
    private static readonly Option<FileInfo> Needs = Options.InputFile("--needs", "JSONL file of needs.");
    private static readonly Option<FileInfo> Listings = Options.InputFile("--listings", "JSONL file of listings.");
    private static readonly Option<int> Top = new("--top") { Description = "Listings for each need, 1 to 1,000.", DefaultValueFactory = _ => 10 };
    private static readonly Option<FileInfo?> Out = new("--out") { Description = "File to write; standard output where absent." };

    private static readonly Option<string> Lang = Options.OneOf("--language", "Language of the reasons.", "zh", "en");

    public static Command Create()
    {
        var command = new Command("match", "Pair two files with no server.") { Needs, Listings, Top, Out, Options.Parameters, Lang };
        command.SetAction((parsed, ct) => RunAsync(
            parsed.GetValue(Needs)!, parsed.GetValue(Listings)!, parsed.GetValue(Top), parsed.GetValue(Out), Options.ParametersOf("--parameters", parsed.GetValue(Options.Parameters)), parsed.GetValue(Lang) == "en" ? Language.English : Language.Chinese, ct));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo needsFile, FileInfo listingsFile, int top, FileInfo? outFile, MatchingParameters parameters, Language language, CancellationToken ct)
    {
        if (top is < 1 or > 1_000)
        {
            throw new UsageException($"--top is {top}; it must be 1 to 1,000.");
        }

        Options.CheckFolderOf("--out", outFile);
        var needs = MarketFile.Read(needsFile, Side.Need);
        var listings = MarketFile.Read(listingsFile, Side.Listing);
        var index = new MarketIndex(parameters);
        listings.Items.ForEach(index.Put);
        needs.Items.ForEach(index.Put);
        await using var output = outFile is null ? new StreamWriter(Console.OpenStandardOutput()) : new StreamWriter(outFile.Create());
        foreach (var need in needs.Items)
        {
            var rank = 0;
            foreach (var match in index.Rank(Side.Need, need.Id, top))
            {
                ct.ThrowIfCancellationRequested();
                await output.WriteLineAsync(JsonSerializer.Serialize(
                    new
                    {
                        NeedId = needs.NameOf(need.Id),
                        ListingId = listings.NameOf(match.ListingId),
                        Rank = ++rank,
                        match.Score,
                        match.Level,
                        Reasons = match.Contributions.Select(c => new
                        {
                            c.Scorer,
                            c.Score,
                            Text = Explanation.Text(c, language),
                            c.Terms,
                        }),
                    },
                    ApiJson.Options));
            }
        }

        return CommandLine.Done;
    }
}
