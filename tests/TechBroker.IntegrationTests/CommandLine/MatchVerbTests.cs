using System.Text.Json;
using TechBroker.IntegrationTests.CommandLine.Support;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.CommandLine;

/// <summary>techbroker match: two files in, pairs out, as scripts of others read them.</summary>
internal sealed class MatchVerbTests
{
    private static readonly string Demo = Path.Combine(Repository.Root, "deploy", "demo");

    private Scratch files = null!;

    [OneTimeSetUp]
    public void SetUp() => files = new Scratch();

    [OneTimeTearDown]
    public void TearDown() => files.Dispose();

    [Test]
    public async Task Match_DemoFiles_WritesNeedsInFileOrderBestFirst()
    {
        var run = (await Techbroker.RunAsync("match", "--needs", DemoFile("needs"), "--listings", DemoFile("listings"), "--top", "3")).Succeeds();

        var pairs = run.Lines.Select(l => JsonElement.Parse(l)).ToList();
        var needs = File.ReadLines(DemoFile("needs")).Select(l => JsonElement.Parse(l).GetProperty("id").GetString()).ToList();
        var listings = File.ReadLines(DemoFile("listings")).Select(l => JsonElement.Parse(l).GetProperty("id").GetString()).ToList();
        var byNeed = pairs.GroupBy(p => p.GetProperty("needId").GetString()).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(run.Error, Is.Empty);
            Assert.That(pairs.Select(p => string.Join(' ', p.EnumerateObject().Select(o => o.Name))).Distinct(), Is.EqualTo(new[] { "needId listingId rank score level reasons" }));
            Assert.That(byNeed.Select(g => g.Key), Is.EqualTo(needs.Where(n => byNeed.Any(g => g.Key == n))), "file order");
            Assert.That(byNeed, Has.Count.GreaterThan(needs.Count * 9 / 10));
            Assert.That(pairs.Select(p => p.GetProperty("listingId").GetString()).Distinct(), Is.SubsetOf(listings));
            Assert.That(pairs.Select(p => p.GetProperty("score").GetDouble()), Is.All.InRange(0, 1));
            Assert.That(pairs.Select(p => p.GetProperty("level").GetInt32()), Is.All.InRange(1, 4));
        });
        foreach (var need in byNeed)
        {
            Assert.That(need.Select(p => p.GetProperty("rank").GetInt32()), Is.EqualTo(Enumerable.Range(1, need.Count())));
            Assert.That(need.Count(), Is.LessThanOrEqualTo(3));
            Assert.That(need.Select(p => p.GetProperty("score").GetDouble()), Is.Ordered.Descending);
            Assert.That(need.Select(p => p.GetProperty("listingId").GetString()), Is.Unique);
            Assert.That(need.SelectMany(p => p.GetProperty("reasons").EnumerateArray()).Select(r => r.GetProperty("text").GetString()), Is.All.Not.Empty);
            Assert.That(
                need.SelectMany(p => p.GetProperty("reasons").EnumerateArray()).Select(r => string.Join(' ', r.EnumerateObject().Select(o => o.Name))).Distinct(),
                Is.EqualTo(new[] { "scorer score text terms" }));
        }
    }

    [Test]
    public async Task Match_WithOut_WritesTheSameBytesToTheFile()
    {
        var printed = (await Techbroker.RunAsync("match", "--needs", DemoFile("needs"), "--listings", DemoFile("listings"))).Succeeds();
        var written = (await Techbroker.RunAsync("match", "--needs", DemoFile("needs"), "--listings", DemoFile("listings"), "--out", files.Path("pairs.jsonl"))).Succeeds();

        Assert.That(written.Out, Is.Empty);
        Assert.That(await File.ReadAllTextAsync(files.Path("pairs.jsonl")), Is.EqualTo(printed.Out));
        Assert.That(printed.Lines, Has.Length.GreaterThan(100), "ten for each need where nothing is said");
    }

    [TestCase("{\"id\":\"a\",\"title\":", "line 2", "JSON")]
    [TestCase("not json", "line 2", "JSON")]
    [TestCase("[1]", "line 2", "object")]
    [TestCase("null", "line 2", "object")]
    [TestCase("{\"title\":\"no id\"}", "line 2", "id")]
    [TestCase("{\"id\":\"first\",\"title\":\"x\"}", "line 2", "first", "twice")]
    [TestCase("{\"id\":\"a\",\"title\":5}", "line 2", "title")]
    [TestCase("{\"id\":\"a\",\"title\":\"x\",\"minTrl\":\"seven\"}", "line 2", "minTrl")]
    [TestCase("{\"id\":\"a\",\"title\":\"\\ud800\"}", "line 2")]
    public async Task Match_BadLine_IsNamed(string line, params string[] words)
    {
        var needs = files.Write("bad.jsonl", $"{{\"id\":\"first\",\"title\":\"电堆\"}}\n{line}\n");

        (await Techbroker.RunAsync("match", "--needs", needs, "--listings", DemoFile("listings"))).Refuses(1, ["bad.jsonl", .. words]);
    }

    [Test]
    public async Task Match_EmptyFile_WritesNothing()
    {
        var run = (await Techbroker.RunAsync("match", "--needs", files.Write("empty.jsonl", "\n"), "--listings", DemoFile("listings"))).Succeeds();

        Assert.That(run.Out, Is.Empty);
    }

    [Test]
    public async Task Why_OfTheSecond_TellsItsPlaceAndWhatTheFirstHasOverIt()
    {
        var pairs = (await Techbroker.RunAsync("match", "--needs", DemoFile("needs"), "--listings", DemoFile("listings"), "--top", "2")).Succeeds().Lines.Take(2).Select(l => JsonElement.Parse(l)).ToList();
        var (need, listing) = (pairs[1].GetProperty("needId").GetString()!, pairs[1].GetProperty("listingId").GetString()!);

        var run = (await Techbroker.RunAsync("match", "--needs", DemoFile("needs"), "--listings", DemoFile("listings"), "--why", listing, need)).Succeeds();

        var why = JsonElement.Parse(run.Lines.Single());
        Assert.That(why.EnumerateObject().Select(o => o.Name), Is.EqualTo(new[] { "needId", "listingId", "rank", "of", "score", "level", "excluded", "reasons", "best" }));
        Assert.That((why.GetProperty("rank").GetInt32(), why.GetProperty("score").GetDouble()), Is.EqualTo((2, pairs[1].GetProperty("score").GetDouble())));
        Assert.That(why.GetProperty("reasons").GetRawText(), Is.EqualTo(pairs[1].GetProperty("reasons").GetRawText()));
        Assert.That(why.GetProperty("best").GetProperty("listingId").GetString(), Is.EqualTo(pairs[0].GetProperty("listingId").GetString()));
        Assert.That(why.GetProperty("best").GetProperty("behind").GetDouble(), Is.Positive);
    }

    private static string DemoFile(string name) => Path.Combine(Demo, $"{name}.jsonl");
}
