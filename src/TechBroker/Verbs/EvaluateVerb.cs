using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using TechBroker.Matching;
using TechBroker.Matching.Vectors;

namespace TechBroker.Verbs;

/// <summary>techbroker evaluate: how well judged listings are ranked for their needs, and graded after fitting on other judgements.</summary>
internal static class EvaluateVerb
{
    private static readonly Option<FileInfo> Needs = Options.InputFile("--needs", "JSONL file of needs.");
    private static readonly Option<FileInfo> Listings = Options.InputFile("--listings", "JSONL file of listings.");
    private static readonly Option<FileInfo> Judgements = Options.InputFile("--judgements", "Judged pairs to measure on: needId, listingId, level, tab-separated with a header.");
    private static readonly Option<FileInfo> Train = Options.InputFile("--train", "Judged pairs to fit on; without them nothing is fitted and no MAE is printed.", required: false);
    private static readonly Option<string> Format = Options.OneOf("--format", "How to print.", "table", "json");

    public static Command Create()
    {
        var command = new Command("evaluate", "Measure ranking and grading on judged pairs.") { Needs, Listings, Judgements, Train, Options.Parameters, Options.Vectors, Format };
        command.SetAction(parsed => Run(
            parsed.GetValue(Needs)!, parsed.GetValue(Listings)!, parsed.GetValue(Judgements)!, parsed.GetValue(Train), Options.ParametersOf("--parameters", parsed.GetValue(Options.Parameters)), Options.VectorsOf(parsed.GetValue(Options.Vectors)), parsed.GetValue(Format) == "json"));
        return command;
    }

    private static int Run(FileInfo needsFile, FileInfo listingsFile, FileInfo judgementsFile, FileInfo? trainFile, MatchingParameters parameters, TermVectors? vectors, bool json)
    {
        var needs = MarketFile.Read(needsFile, Side.Need);
        var listings = MarketFile.Read(listingsFile, Side.Listing);
        var judgements = JudgementFile.Read(judgementsFile, needs, listings);
        var train = trainFile is null ? null : JudgementFile.Read(trainFile, needs, listings);
        var result = RankingEvaluation.Evaluate(listings.Items, needs.Items, judgements, train, parameters, vectors ?? Learnt(listings, train, parameters));
        var rows = new Dictionary<string, object> { ["ndcgAt10"] = result.NdcgAt10, ["needs"] = result.Needs, ["pairs"] = result.Pairs };
        if (result is { Mae: { } mae, Score: { } score })
        {
            (rows["mae"], rows["score"]) = (mae, score);
        }

        Console.WriteLine(json
            ? JsonSerializer.Serialize(rows)
            : string.Join(Environment.NewLine, rows.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Key,-10}{(r.Value is double d ? d.ToString("0.0000", CultureInfo.InvariantCulture) : r.Value)}"))));
        return CommandLine.Done;
    }

    /// <summary>What an operator who fits on these pairs would have trained on these listings. No judgement takes part in it.</summary>
    private static TermVectors? Learnt(MarketFile listings, List<JudgedPair>? train, MatchingParameters parameters) =>
        train is null ? null : VectorTraining.Run(listings.Items, parameters.Text, DateOnly.MinValue);
}
