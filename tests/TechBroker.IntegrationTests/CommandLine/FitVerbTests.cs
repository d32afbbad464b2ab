using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using TechBroker.IntegrationTests.CommandLine.Support;
using TechBroker.IntegrationTests.Support;
using TechBroker.Matching;

namespace TechBroker.IntegrationTests.CommandLine;

/// <summary>techbroker fit on the judged pairs of the demo data, and a server that uses what it writes.</summary>
internal sealed class FitVerbTests
{
    private static readonly string Demo = Path.Combine(Repository.Root, "deploy", "demo");
    private static readonly string[] Files = ["--needs", Path.Combine(Demo, "needs.jsonl"), "--listings", Path.Combine(Demo, "listings.jsonl")];
    private static readonly string Judgements = Path.Combine(Demo, "judgements.tsv");

    private Scratch files = null!;
    private string fitted = null!;

    [OneTimeSetUp]
    public async Task SetUpAsync()
    {
        files = new Scratch();
        fitted = files.Path("fitted.json");
        (await Techbroker.RunAsync([.. Fit, "--out", fitted])).Succeeds();
    }

    [OneTimeTearDown]
    public void TearDown() => files.Dispose();

    private static string[] Fit => ["fit", .. Files, "--judgements", Judgements, "--date", "2026-11-22"];

    [Test]
    public async Task Fit_Twice_WritesTheSameBytesAndNamesItsTrainingSet()
    {
        (await Techbroker.RunAsync([.. Fit, "--out", files.Path("again.json")])).Succeeds();

        Assert.That(File.ReadAllBytes(files.Path("again.json")), Is.EqualTo(File.ReadAllBytes(fitted)));
        var file = JsonElement.Parse(File.ReadAllText(fitted));
        var training = file.GetProperty("training");
        Assert.That(file.GetProperty("engine").GetString(), Is.EqualTo(MatchingParameters.EngineFormula));
        Assert.That(training.GetProperty("judgementsSha256").GetString(), Is.EqualTo(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Judgements)))));
        Assert.That((training.GetProperty("pairs").GetInt32(), training.GetProperty("folds").GetInt32(), training.GetProperty("fittedOn").GetString()), Is.EqualTo((30, 3, "2026-11-22")));
    }

    [Test]
    public async Task Fit_AsJsonAndAsTable_SaysTheSame()
    {
        var json = JsonElement.Parse((await Techbroker.RunAsync([.. Fit, "--format", "json"])).Succeeds().Out);
        var table = (await Techbroker.RunAsync([.. Fit, "--language", "en"])).Succeeds();

        Assert.That(json.GetProperty("old").GetProperty("version").GetString(), Is.EqualTo(MatchingParameters.Default.Version));
        Assert.That(json.GetProperty("verdict").GetString(), Is.EqualTo("notBetter"));
        Assert.That(table.Lines, Has.Some.StartsWith("Keep the old").And.Some.Contains(json.GetProperty("new").GetProperty("version").GetString()));
        Assert.That(table.Lines.Single(l => l.StartsWith("score ", StringComparison.Ordinal)), Does.Contain(json.GetProperty("new").GetProperty("score").GetDouble().ToString("0.0000", null)));
    }

    [Test]
    public async Task Fit_FromItsOwnFile_SaysThatTheOldHasSeenThem()
    {
        var again = (await Techbroker.RunAsync([.. Fit, "--base", fitted, "--language", "en"])).Succeeds();
        var shipped = (await Techbroker.RunAsync([.. Fit, "--language", "en"])).Succeeds();

        Assert.That(again.Out, Does.Contain("fitted on this very file"));
        Assert.That(shipped.Out, Does.Not.Contain("fitted on this very file"));
    }

    [Test]
    public async Task Fit_NeedInTwoFolds_IsRefused()
    {
        var torn = files.Write("torn.tsv", "needId\tlistingId\tlevel\tfold\nN-001\tL-019\t4\t0\nN-001\tL-027\t2\t1\n");
        var one = files.Write("one.tsv", "needId\tlistingId\tlevel\nN-001\tL-019\t4\n");

        (await Techbroker.RunAsync(["fit", .. Files, "--judgements", torn])).Refuses(1, "torn.tsv", "N-001", "fold");
        (await Techbroker.RunAsync(["fit", .. Files, "--judgements", one])).Refuses(1, "one.tsv", "fold");
        (await Techbroker.RunAsync([.. Fit, "--folds", "1"])).Refuses(2, "--folds");
        (await Techbroker.RunAsync([.. Fit, "--base", Judgements])).Refuses(2, "--base", "judgements.tsv");
    }

    [Test]
    public async Task Serve_FittedFile_MatchesWithItAndSaysItsVersion()
    {
        var version = JsonElement.Parse(File.ReadAllText(fitted)).GetProperty("version").GetString();
        await using var server = await TestServer.StartAsync(settings => settings.Matching.Parameters = fitted);
        var need = await server.PostNeedAsync("低温超导磁体");
        await server.PostListingAsync("低温超导磁体");
        await server.DrainAsync();

        var match = (await server.GetAsync($"/api/v1/needs/{need}/matches")).GetProperty("items")[0];

        Assert.That(match.GetProperty("engineVersion").GetString(), Is.EqualTo($"{MatchingParameters.EngineFormula}+{version}"));
    }

    [Test]
    public async Task Serve_FittedFileByEnvironment_SaysItsVersionAtTheStart()
    {
        var version = JsonElement.Parse(File.ReadAllText(fitted)).GetProperty("version").GetString();
        var start = ServerProcess.Program(["serve", "--data", files.Path("served"), "--urls", "http://127.0.0.1:0"]);
        start.Environment["Matching__Parameters"] = fitted;
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            string? line;
            do
            {
                line = await process.StandardOutput.ReadLineAsync(patience.Token);
            }
            while (line is not null && !line.StartsWith("Matches with engine", StringComparison.Ordinal));
            Assert.That(line, Does.Contain($"{MatchingParameters.EngineFormula}+{version}").And.Contain(fitted));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    [TestCase("missing", "cannot be read")]
    [TestCase("{}", "no parameter file")]
    [TestCase("engine", "engine 0.1")]
    [TestCase("numbers", "changed after they were fitted")]
    public async Task Serve_ParametersThatCannotBeUsed_StopsWithASentenceThatNamesTheKey(string fault, string word)
    {
        var file = JsonNode.Parse(File.ReadAllText(fitted))!;
        if (fault == "engine")
        {
            file["engine"] = "0.1";
        }
        else
        {
            file["hopelessPriceRatio"] = 11;
        }

        var path = fault == "missing" ? files.Path("nowhere.json") : files.Write($"bad-{fault.Length}.json", fault == "{}" ? fault : file.ToJsonString());

        var run = await Techbroker.RunAsync([("Matching__Parameters", path)], "serve", "--data", files.Path("never"), "--urls", "http://127.0.0.1:0");

        run.Refuses(2, "Matching:Parameters", path, word);
    }

    [Test]
    public async Task Match_WithParameters_UsesThem()
    {
        var lines = (await Techbroker.RunAsync(["match", .. Files, "--parameters", fitted])).Succeeds().Lines;
        var shipped = (await Techbroker.RunAsync(["match", .. Files])).Succeeds().Lines;

        Assert.That(lines.Select(LevelOf), Is.Not.EqualTo(shipped.Select(LevelOf)));
        (await Techbroker.RunAsync(["evaluate", .. Files, "--judgements", Judgements, "--parameters", fitted])).Succeeds();
        (await Techbroker.RunAsync(["match", .. Files, "--parameters", Judgements])).Refuses(2, "--parameters");
    }

    private static int LevelOf(string line) => JsonElement.Parse(line).GetProperty("level").GetInt32();
}
