using TechBroker.IntegrationTests.CommandLine.Support;

namespace TechBroker.IntegrationTests.CommandLine;

/// <summary>Wrong usage and wrong configuration: code 2 and one sentence that names what is wrong.</summary>
internal sealed class UsageTests
{
    private Scratch files = null!;

    [OneTimeSetUp]
    public void SetUp()
    {
        files = new Scratch();
        files.Write("l.jsonl", "{\"id\":\"a\",\"title\":\"电堆\"}\n");
        Directory.CreateDirectory(files.Path("broken"));
        File.WriteAllBytes(Path.Combine(files.Path("broken"), "techbroker.db"), [.. Enumerable.Range(0, 5_000).Select(i => (byte)(i * 31))]);
    }

    [OneTimeTearDown]
    public void TearDown() => files.Dispose();

    [TestCase("import {l.jsonl}", "--kind")]
    [TestCase("import {l.jsonl} --kind deals", "--kind", "deals", "listings", "needs")]
    [TestCase("import {nothing.csv} --kind needs", "FILE", "nothing.csv")]
    [TestCase("import {l.jsonl} --kind needs --language fr", "--language", "fr")]
    [TestCase("match --needs {l.jsonl}", "--listings")]
    [TestCase("match --needs {l.jsonl} --listings {nothing}", "--listings", "nothing")]
    [TestCase("match --needs {l.jsonl} --listings {l.jsonl} --top 0", "--top")]
    [TestCase("match --needs {l.jsonl} --listings {l.jsonl} --top many", "--top", "many")]
    [TestCase("match --needs {l.jsonl} --listings {l.jsonl} --out {no/where/out}", "--out", "no/where")]
    [TestCase("evaluate --needs {l.jsonl} --listings {l.jsonl}", "--judgements")]
    [TestCase("evaluate --needs {l.jsonl} --listings {l.jsonl} --judgements {l.jsonl} --format xml", "--format", "xml")]
    [TestCase("serve --urls 5080", "--urls", "5080")]
    [TestCase("serve --urls ftp://127.0.0.1", "--urls", "ftp://127.0.0.1")]
    [TestCase("serve --port 80", "--port")]
    public async Task Run_WrongUsage_NamesIt(string arguments, params string[] words)
    {
        var run = await Techbroker.RunAsync(Arguments(arguments));

        Assert.That(run.Code, Is.EqualTo(2), run.Error);
        Assert.That(run.Out, Is.Empty);
        var line = run.Error.Split('\n')[0];
        foreach (var word in words)
        {
            Assert.That(line, Does.Contain(word));
        }
    }

    [TestCase("Storage__Provider", "Foo", "Storage:Provider", "'Foo'")]
    [TestCase("Storage__GroupCommitLimit", "0", "Storage:GroupCommitLimit", "0")]
    [TestCase("Workers__TopK", "abc", "Workers:TopK", "'abc'")]
    [TestCase("Workers__TopK", "100000", "Workers:TopK", "100000")]
    [TestCase("Workers__Enabled", "perhaps", "Workers:Enabled", "'perhaps'")]
    [TestCase("Api__MaxUploadBytes", "-1", "Api:MaxUploadBytes", "-1")]
    [TestCase("Bus__Transport", "Pigeon", "Bus:Transport", "'Pigeon'")]
    public async Task Serve_WrongConfiguration_StopsWithASentenceThatNamesTheKey(string name, string value, params string[] words)
    {
        var run = await Techbroker.RunAsync([(name, value)], "serve", "--data", files.Path("never"), "--urls", "http://127.0.0.1:0");

        run.Refuses(2, words);
        Assert.That(Directory.Exists(files.Path("never")), Is.False);
    }

    [TestCase("migrate --data {l.jsonl}", "l.jsonl")]
    [TestCase("migrate --data {broken}", "database")]
    [TestCase("serve --data {broken} --urls http://127.0.0.1:0", "database")]
    [TestCase("worker --data {broken}", "database")]
    [TestCase("import --kind listings {l.jsonl} --data {broken}", "database")]
    public async Task Run_WhereNothingCanBeStored_FailsWithASentence(string arguments, string word) => (await Techbroker.RunAsync(Arguments(arguments))).Refuses(1, word);

    [Test]
    public async Task Migrate_Twice_AppliesOnce()
    {
        var first = (await Techbroker.RunAsync("migrate", "--data", files.Path("fresh"))).Succeeds();
        var second = (await Techbroker.RunAsync("migrate", "--data", files.Path("fresh"))).Succeeds();

        Assert.That(first.Out, Does.StartWith("Applied: market"));
        Assert.That(second.Out.Trim(), Is.EqualTo("The schema is up to date."));
    }

    private string[] Arguments(string line) =>
        [.. line.Split(' ').Select(a => a.StartsWith('{') ? files.Path(a.Trim('{', '}')) : a)];
}
