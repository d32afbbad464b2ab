using System.CommandLine;
using System.Diagnostics;
using TechBroker.Composition;
using TechBroker.Embeddings;
using TechBroker.Matching;
using TechBroker.Matching.Vectors;

namespace TechBroker.Verbs;

/// <summary>techbroker train: term vectors from the operator's own published listings. Writes a file and switches nothing.</summary>
internal static class TrainVerb
{
    private static readonly Option<FileInfo> Listings = Options.InputFile("--listings", "JSONL file of published listings, as 'export listings' writes it. Needs take no part: vectors are no secret, and some needs are.");
    private static readonly Option<FileInfo> Out = new("--out") { Description = "Vector file to write; a server uses it with Matching__Vectors=FILE.", Required = true };
    private static readonly Option<bool> Endpoint = new("--endpoint") { Description = "Take the vectors of the listings' words from the endpoint of Embeddings__Url instead of learning them. Only single words of published listings are sent." };
    private static readonly Option<DateOnly?> Date = new("--date") { Description = "Day that the file names as the day of the training; today (UTC) where absent." };
    private static readonly Option<string> Lang = Options.OneOf("--language", "Language of messages.", "zh", "en");

    public static Command Create()
    {
        var command = new Command("train", "Learn term vectors from published listings.") { Listings, Out, Endpoint, Options.Parameters, Options.Data, Date, Lang };
        command.SetAction((parsed, ct) => RunAsync(
            parsed.GetValue(Listings)!,
            parsed.GetValue(Out)!,
            Options.ParametersOf("--parameters", parsed.GetValue(Options.Parameters)),
            parsed.GetValue(Date) ?? DateOnly.FromDateTime(DateTime.UtcNow),
            parsed.GetValue(Endpoint) ? Settings.Read(Options.Configuration(), parsed.GetValue(Options.Data)) : null,
            parsed.GetValue(Lang) == "en",
            ct));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo file, FileInfo output, MatchingParameters parameters, DateOnly day, Settings? endpoint, bool english, CancellationToken ct)
    {
        Options.CheckFolderOf("--out", output);
        var listings = MarketFile.Read(file, Side.Listing);
        var began = Stopwatch.GetTimestamp();
        var vectors = await Progress.ShowAsync(
                english ? "Training" : "训练", report => endpoint is null
                    ? Task.Run(() => VectorTraining.Run(listings.Items, parameters.Text, day, report))
                    : AskAsync(endpoint, listings.Items, parameters.Text, day, report, ct))
            ?? throw new FailedException(english
                ? $"{file.Name}: {listings.Items.Count} listings are too few to learn vectors from."
                : $"{file.Name}：只有 {listings.Items.Count} 项成果，不足以训练词向量。");
        await OperatorFile.WriteAsync(output.FullName, [vectors.ToJson().TrimEnd()], CancellationToken.None);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        Console.WriteLine(english
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{vectors.Terms} terms of {vectors.Listings} listings, {vectors.Dimensions} dimensions, version {vectors.Version}, {seconds:0.0} s.")
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"共 {vectors.Listings} 项成果，{vectors.Terms} 个词，{vectors.Dimensions} 维，版本 {vectors.Version}，用时 {seconds:0.0} 秒。"));
        Console.WriteLine(english
            ? $"Written to {output}. Nothing is switched: a server uses it when it is started with Matching__Vectors={output.FullName}"
            : $"已写入 {output}。尚未启用：以 Matching__Vectors={output.FullName} 启动服务后才会使用。");
        return CommandLine.Done;
    }

    private static async Task<TermVectors?> AskAsync(
        Settings settings, IReadOnlyList<MarketItem> listings, TextParameters text, DateOnly day, Action<int, int> report, CancellationToken ct)
    {
        var options = settings.Embeddings;
        if (!options.Enabled)
        {
            throw new UsageException("--endpoint: Embeddings__Url names no endpoint.");
        }

        var folder = string.IsNullOrWhiteSpace(options.Cache) ? Path.Combine(settings.Storage.DataDirectory, "embeddings") : options.Cache;
        using var generator = new CachedEmbeddings(new OpenAiEmbeddings(options, TimeProvider.System), folder, options.Model);
        try
        {
            return await EmbeddedTerms.TrainAsync(generator, options.Model, listings, text, day, report, ct);
        }
        catch (EmbeddingsUnavailableException e)
        {
            throw new FailedException($"Embeddings:Url: {e.Message} What it has answered is kept; run the command again.");
        }
    }
}
