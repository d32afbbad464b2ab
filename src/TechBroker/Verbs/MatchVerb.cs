using System.CommandLine;
using System.Text.Json;
using TechBroker.Api.Http;
using TechBroker.Api.Matches;
using TechBroker.Matching;

namespace TechBroker.Verbs;

/// <summary>techbroker match: pairs two files with no server; one JSON line for each pair, needs in file order, best first.</summary>
internal static class MatchVerb
{
    private static readonly Option<FileInfo> Needs = Options.InputFile("--needs", "JSONL file of needs.");
    private static readonly Option<FileInfo> Listings = Options.InputFile("--listings", "JSONL file of listings.");
    private static readonly Option<int> Top = new("--top") { Description = "Listings for each need, 1 to 1,000.", DefaultValueFactory = _ => 10 };
    private static readonly Option<FileInfo?> Out = new("--out") { Description = "File to write; standard output where absent." };

    private static readonly Option<string[]> Why = new("--why")
    {
        Description = "Two ids, of a listing and of a need: prints why the one stands where it stands for the other, and nothing else.",
        Arity = new ArgumentArity(2, 2),
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string> Lang = Options.OneOf("--language", "Language of the reasons.", "zh", "en");

    public static Command Create()
    {
        var command = new Command("match", "Pair two files with no server.") { Needs, Listings, Top, Out, Why, Options.Parameters, Options.Vectors, Lang };
        command.SetAction((parsed, ct) => RunAsync(
            parsed.GetValue(Needs)!, parsed.GetValue(Listings)!, parsed.GetValue(Top), parsed.GetValue(Out), parsed.GetValue(Why), new MarketIndex(Options.ParametersOf("--parameters", parsed.GetValue(Options.Parameters)), Options.VectorsOf(parsed.GetValue(Options.Vectors))), parsed.GetValue(Lang) == "en" ? Language.English : Language.Chinese, ct));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo needsFile, FileInfo listingsFile, int top, FileInfo? outFile, string[]? why, MarketIndex index, Language language, CancellationToken ct)
    {
        if (top is < 1 or > 1_000)
        {
            throw new UsageException($"--top is {top}; it must be 1 to 1,000.");
        }

        Options.CheckFolderOf("--out", outFile);
        var needs = MarketFile.Read(needsFile, Side.Need);
        var listings = MarketFile.Read(listingsFile, Side.Listing);
        index.Put(listings.Items);
        index.Put(needs.Items);
        await using var output = outFile is null ? new StreamWriter(Console.OpenStandardOutput()) : new StreamWriter(outFile.Create());
        if (why is [var listing, var wanted])
        {
            await output.WriteLineAsync(WhyNot.Of(index, listings, needs, listing, wanted, language));
            return CommandLine.Done;
        }

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
                        Reasons = ReasonAnswers.Of(match.Contributions, language),
                    },
                    ApiJson.Options));
            }
        }

        return CommandLine.Done;
    }
}
