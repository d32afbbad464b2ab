using Microsoft.AspNetCore.Http;
using TechBroker.Embeddings;
using TechBroker.IntegrationTests.CommandLine.Support;

namespace TechBroker.IntegrationTests.Embeddings;

/// <summary>The client, its cache and the verb, against a real HTTP server.</summary>
internal sealed class EmbeddingTests
{
    private EmbeddingEndpoint endpoint = null!;
    private Scratch files = null!;

    [SetUp]
    public async Task SetUp() => (endpoint, files) = (await EmbeddingEndpoint.StartAsync(), new Scratch());

    [TearDown]
    public async Task TearDown()
    {
        await endpoint.DisposeAsync();
        files.Dispose();
    }

    [Test]
    public async Task GenerateAsync_ManyTexts_ComeInBatchesAndInOrder()
    {
        using var client = new OpenAiEmbeddings(Settings(), TimeProvider.System);
        string[] texts = [.. Enumerable.Range(1, 7).Select(i => new string('电', i))];

        var vectors = await client.GenerateAsync(texts);

        Assert.That(vectors.Select(v => v.Vector.ToArray()), Is.EqualTo(texts.Select(EmbeddingEndpoint.VectorOf)));
        Assert.That(endpoint.Asked.Select(asked => asked.Length), Is.EqualTo(new[] { 3, 3, 1 }));
        Assert.That(endpoint.Keys, Is.All.EqualTo("Bearer secret m"));
    }

    [Test]
    public async Task GenerateAsync_BusyThenBrokenServer_IsAskedAgain()
    {
        endpoint.Failures.Enqueue(http => Task.FromResult(http.Response.StatusCode = 429));
        endpoint.Failures.Enqueue(http =>
        {
            http.Abort();
            return Task.CompletedTask;
        });
        using var client = new OpenAiEmbeddings(Settings(), TimeProvider.System);

        Assert.That((await client.GenerateAsync(["电池"])).Single().Vector.ToArray(), Is.EqualTo(EmbeddingEndpoint.VectorOf("电池")));
        Assert.That(endpoint.Asked, Has.Count.EqualTo(3));
    }

    [TestCase(400)]
    [TestCase(401)]
    [TestCase(302)]
    public async Task GenerateAsync_Refused_IsNotAskedAgain(int status)
    {
        endpoint.Failures.Enqueue(http =>
        {
            http.Response.Headers.Location = "/v1/elsewhere";
            return Task.FromResult(http.Response.StatusCode = status);
        });
        using var client = new OpenAiEmbeddings(Settings(), TimeProvider.System);

        await Assert.ThatAsync(() => client.GenerateAsync(["机密"]), Throws.TypeOf<EmbeddingsUnavailableException>().With.Message.Contains($"{status}").And.Message.Not.Contain("机密"));
        Assert.That(endpoint.Asked, Has.Count.EqualTo(1));
    }

    [TestCase("""{"data":[]}""")]
    [TestCase("""{"data":[{"index":0,"embedding":[]}]}""")]
    [TestCase("""{"data":[{"index":1,"embedding":[1]}]}""")]
    [TestCase("<html>")]
    public async Task GenerateAsync_AnswerThatIsNone_IsAFault(string body)
    {
        endpoint.Failures.Enqueue(http =>
        {
            http.Response.ContentType = "application/json";
            return http.Response.WriteAsync(body);
        });
        using var client = new OpenAiEmbeddings(Settings(), TimeProvider.System);

        await Assert.ThatAsync(() => client.GenerateAsync(["电池"]), Throws.TypeOf<EmbeddingsUnavailableException>());
    }

    [Test]
    public async Task GenerateAsync_NoAnswerInTime_GivesUp()
    {
        endpoint.Failures.Enqueue(http => Task.Delay(Timeout.Infinite, http.RequestAborted));
        using var client = new OpenAiEmbeddings(Settings() with { TimeoutSeconds = 1, Retries = 0 }, TimeProvider.System);

        await Assert.ThatAsync(() => client.GenerateAsync(["电池"]), Throws.TypeOf<EmbeddingsUnavailableException>().With.Message.Contains("1 seconds"));
    }

    [Test]
    public async Task Cache_WhatWasAsked_IsNotAskedAgainByAnyone()
    {
        var folder = files.Path("cache");
        using (var first = new CachedEmbeddings(new OpenAiEmbeddings(Settings(), TimeProvider.System), folder, "m"))
        {
            await first.GenerateAsync(["电池", "隔膜", "电池"]);
        }

        using var second = new CachedEmbeddings(new OpenAiEmbeddings(Settings(), TimeProvider.System), folder, "m");
        var vectors = await second.GenerateAsync(["隔膜", "电极", "电池"]);

        Assert.That(vectors.Select(v => v.Vector.ToArray()), Is.EqualTo(new[] { "隔膜", "电极", "电池" }.Select(EmbeddingEndpoint.VectorOf)));
        Assert.That(endpoint.Asked.SelectMany(asked => asked), Is.EqualTo(new[] { "电池", "隔膜", "电极" }));
    }

    [Test]
    public async Task Cache_FileThatAKillCutShort_IsAskedAgain()
    {
        var folder = files.Path("cache");
        using var cached = new CachedEmbeddings(new OpenAiEmbeddings(Settings(), TimeProvider.System), folder, "m");
        await cached.GenerateAsync(["电池"]);
        var file = Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Single();
        await File.WriteAllBytesAsync(file, (await File.ReadAllBytesAsync(file))[..^1]);

        Assert.That((await cached.GenerateAsync(["电池"])).Single().Vector.ToArray(), Is.EqualTo(EmbeddingEndpoint.VectorOf("电池")));
    }

    [Test]
    public async Task Train_FromAnEndpoint_SendsSingleWordsAndWritesAFileThatIsUsed()
    {
        var listings = files.Write("listings.jsonl", string.Join('\n', Enumerable.Range(0, 400).Select(i => $$"""{"id":"L{{i}}","title":"{{(char)('一' + (i % 90))}}{{(char)('丁' + (i % 83))}}装置","description":"绝密说明{{i}}"}""")));
        var output = files.Path("vectors.json");
        (string, string)[] environment = [("Embeddings__Url", endpoint.Url), ("Embeddings__Model", "m"), ("Embeddings__Cache", files.Path("cache"))];

        (await Techbroker.RunAsync(environment, "train", "--listings", listings, "--out", output, "--endpoint", "--language", "en")).Succeeds();

        var sent = endpoint.Asked.SelectMany(asked => asked).ToList();
        Assert.That(sent, Is.Not.Empty.And.All.Length.LessThanOrEqualTo(2), "characters and pairs of them, no text");
        Assert.That(string.Concat(sent), Does.Not.Contain("绝密"));
        Assert.That(await File.ReadAllTextAsync(output), Does.Contain("embeddings of m"));
        (await Techbroker.RunAsync("train", "--listings", listings, "--out", output, "--endpoint")).Refuses(2, "Embeddings__Url");
    }

    [TestCase("ftp://x", "m", "Url")]
    [TestCase("http://embeddings.example/v1", "m", "ApiKey")]
    [TestCase("https://embeddings.example/v1", "", "Model")]
    public void Fault_WrongSetting_IsNamed(string url, string model, string key) =>
        Assert.That((Settings() with { Url = url, Model = model }).Fault(), Does.Contain($"Embeddings:{key}"));

    private EmbeddingOptions Settings() => new() { Url = endpoint.Url, Model = "m", ApiKey = "secret", BatchSize = 3, Retries = 2 };
}
