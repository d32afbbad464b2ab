using System.Text.Json;
using TechBroker.IntegrationTests.CommandLine.Support;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.CommandLine;

/// <summary>techbroker evaluate on the judged pairs of the demo data.</summary>
internal sealed class EvaluateVerbTests
{
    private static readonly string Demo = Path.Combine(Repository.Root, "deploy", "demo");
    private static readonly string[] Files = ["--needs", Path.Combine(Demo, "needs.jsonl"), "--listings", Path.Combine(Demo, "listings.jsonl")];
    private static readonly string Judgements = Path.Combine(Demo, "judgements.tsv");

    private Scratch files = null!;

    [OneTimeSetUp]
    public void SetUp() => files = new Scratch();

    [OneTimeTearDown]
    public void TearDown() => files.Dispose();

    [Test]
    public async Task Evaluate_AsJson_HasExactlyTheNamesOfTheContract()
    {
        var run = (await Techbroker.RunAsync(["evaluate", .. Files, "--judgements", Judgements, "--format", "json"])).Succeeds();

        var result = JsonElement.Parse(run.Out);
        var pairs = File.ReadLines(Judgements).Skip(1).Select(l => l.Split('\t')).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(result.EnumerateObject().Select(p => p.Name), Is.EquivalentTo(new[] { "ndcgAt10", "needs", "pairs" }));
            Assert.That(result.GetProperty("pairs").GetInt32(), Is.EqualTo(pairs.Count));
            Assert.That(result.GetProperty("needs").GetInt32(), Is.EqualTo(pairs.Where(p => p[2] != "1").Select(p => p[0]).Distinct().Count()));
            Assert.That(result.GetProperty("ndcgAt10").GetDouble(), Is.InRange(0.8, 1), "the demo's judged pairs are easy");
        });
    }

    [Test]
    public async Task Evaluate_WithTrain_AddsMaeAndScoreAndRepeatsToTheByte()
    {
        string[] arguments = ["evaluate", .. Files, "--judgements", Judgements, "--train", Judgements, "--format", "json"];

        var run = (await Techbroker.RunAsync(arguments)).Succeeds();
        var again = (await Techbroker.RunAsync(arguments)).Succeeds();

        Assert.That(again.Out, Is.EqualTo(run.Out));
        var result = JsonElement.Parse(run.Out);
        Assert.That(result.EnumerateObject().Select(p => p.Name), Is.EquivalentTo(new[] { "ndcgAt10", "needs", "pairs", "mae", "score" }));
        Assert.That(result.GetProperty("score").GetDouble(), Is.EqualTo(1 / (1 + result.GetProperty("mae").GetDouble())).Within(1e-12));
    }

    [Test]
    public async Task Evaluate_AsTable_PrintsTheSameNamesAndFigures()
    {
        var table = (await Techbroker.RunAsync(["evaluate", .. Files, "--judgements", Judgements, "--train", Judgements])).Succeeds();

        var rows = table.Lines.Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToDictionary(r => r[0], r => double.Parse(r[1], null));
        Assert.That(rows.Keys, Is.EqualTo(new[] { "ndcgAt10", "needs", "pairs", "mae", "score" }));
        Assert.That(rows["pairs"], Is.EqualTo(30));
        Assert.That(rows["score"], Is.EqualTo(1 / (1 + rows["mae"])).Within(0.001));
    }

    [TestCase("N-001\tL-019", "line 2")]
    [TestCase("N-001\tL-019\t4\nN-001\tL-027\t5", "line 3")]
    [TestCase("N-001\tL-019\t4\n\nN-999\tL-027\t2", "line 4")]
    [TestCase("N-001\tL-999\t4", "line 2")]
    [TestCase("N-001,L-019,4", "line 2")]
    [TestCase("N-001\tL-019\tfour", "line 2")]
    [TestCase("", "no judged pair")]
    public async Task Evaluate_BadJudgement_IsNamed(string pairs, string word)
    {
        var judgements = files.Write("judged.tsv", $"needId\tlistingId\tlevel\n{pairs}\n");

        (await Techbroker.RunAsync(["evaluate", .. Files, "--judgements", judgements])).Refuses(1, "judged.tsv", word);
    }

    [Test]
    public async Task Evaluate_JudgementsWithoutHeader_AreRefusedAndNotShortByOne()
    {
        var judgements = files.Write("bare.tsv", "N-001\tL-019\t4\nN-001\tL-027\t2\n");

        (await Techbroker.RunAsync(["evaluate", .. Files, "--judgements", judgements])).Refuses(1, "bare.tsv, line 1", "header");
        (await Techbroker.RunAsync(["evaluate", .. Files, "--judgements", Judgements, "--train", judgements])).Refuses(1, "bare.tsv, line 1", "header");
    }
}
