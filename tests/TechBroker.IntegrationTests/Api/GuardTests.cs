using System.Net.Http.Json;
using TechBroker.Composition;
using TechBroker.IntegrationTests.Api.Support;
using static TechBroker.IntegrationTests.Api.Support.Calls;

namespace TechBroker.IntegrationTests.Api;

/// <summary>What stands before the use cases: hosts, origins, routes and methods.</summary>
internal sealed class GuardTests : OnOneServer
{
    [TestCase("https://evil.example")]
    [TestCase("http://localhost.evil.example")]
    [TestCase("http://127.0.0.1:1")]
    [TestCase("null")]
    [TestCase("file://")]
    public async Task Post_FromAForeignOrigin_IsRefusedAndDoesNothing(string origin)
    {
        (await PostAsync(Listings, new { title = "foreign" }, ("Origin", origin))).IsProblem(403, "foreign-origin");

        Assert.That((await GetAsync($"{Listings}?limit=200")).Text, Does.Not.Contain("foreign"));
    }

    [Test]
    public async Task Post_FromTheSameOrigin_Passes() =>
        (await PostAsync(Listings, new { title = "own" }, ("Origin", Server.Http.BaseAddress!.GetLeftPart(UriPartial.Authority)))).Succeeds(201);

    [TestCase("evil.example")]
    [TestCase("127.0.0.1.evil.example")]
    public async Task Post_OfAPageThatPointedItsOwnNameHere_IsNobody(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Listings) { Content = JsonContent.Create(new { title = "rebound" }) };
        (request.Headers.Host, var origin) = (host, $"http://{host}");
        request.Headers.Add("Origin", origin);

        using var response = await Server.Anonymous.SendAsync(request);

        (await Reply.OfAsync(response)).IsProblem(401, "not-signed-in");
    }

    [TestCase("localhost")]
    [TestCase("LocalHost:5080")]
    [TestCase("127.0.0.1:80")]
    [TestCase("[::1]:5080")]
    public async Task Get_ForANameOfThisMachine_Passes(string host) => (await GetAsync(Listings, ("Host", host))).Succeeds();

    [TestCase("/api")]
    [TestCase("/api/v1")]
    [TestCase("/api/v1/nothing")]
    [TestCase("/api/v2/listings")]
    [TestCase("/api/v1/listings/not-a-uuid")]
    [TestCase("/api/v1/listings/00000000000000000000000000000000/nothing")]
    [TestCase("/openapi/v2.json")]
    [TestCase("/etc/passwd")]
    public async Task Get_UnknownRoute_IsAProblem(string path) => (await GetAsync(path)).IsProblem(404, "not-found");

    [Test]
    public async Task Get_FrontPage_LeadsOn() => Assert.That((await GetAsync("/")).Succeeds().Text, Does.Contain("/openapi/v1.json"));

    [Test]
    public async Task Get_UnknownVocabulary_IsAProblem() => (await GetAsync("/api/v1/vocabularies/nothing")).IsProblem(404, "vocabulary-not-found");

    [TestCase("DELETE", "/api/v1/listings")]
    [TestCase("PATCH", "/api/v1/needs/00000000-0000-0000-0000-000000000000")]
    [TestCase("PUT", "/api/v1/organisations")]
    [TestCase("GET", "/api/v1/listings/00000000-0000-0000-0000-000000000000/publish")]
    [TestCase("POST", "/health/live")]
    [TestCase("BREW", "/api/v1/listings")]
    public async Task Any_WrongMethod_IsAProblemThatNamesTheRightOnes(string method, string path)
    {
        var refused = (await Server.SendAsync(new HttpMethod(method), path)).IsProblem(405, "method-not-allowed");

        Assert.That(refused.Headers["Allow"], Is.Not.Empty);
    }

    [Test]
    public async Task Health_LiveAndReady_Answer()
    {
        var (live, ready) = ((await GetAsync("/health/live")).Succeeds(), (await GetAsync("/health/ready")).Succeeds());

        Assert.Multiple(() =>
        {
            Assert.That(live.Json.GetProperty("status").GetString(), Is.EqualTo("live"));
            Assert.That(ready.Json.GetProperty("status").GetString(), Is.EqualTo("ready"));
            Assert.That(ready.Json.GetProperty("database").GetString(), Is.EqualTo("ready"));
        });
    }

    [Test]
    public async Task Vocabularies_AreListedAndRead()
    {
        var all = (await GetAsync("/api/v1/vocabularies")).Succeeds().Items.Select(v => v.GetProperty("id").GetString()).ToList();

        Assert.That(all, Has.Some.EqualTo("industries").And.Some.EqualTo("regions"));
        foreach (var id in all)
        {
            Assert.That((await GetAsync($"/api/v1/vocabularies/{id}")).Succeeds().Json.GetProperty("terms").GetArrayLength(), Is.Positive, id);
        }
    }
}

/// <summary>One request a second and address.</summary>
internal sealed class RateLimitTests : OnOneServer
{
    protected override void Configure(Settings settings) => (settings.Api.RequestsPerSecond, settings.Workers.Enabled) = (1, false);

    [Test]
    public async Task Get_MoreOftenThanAllowed_IsRefusedForAWhile()
    {
        Reply reply;
        var count = 0;
        do
        {
            reply = await GetAsync(Listings);
        }
        while (reply.Status == 200 && ++count < 100);

        reply.IsProblem(429, "too-many-requests");
        Assert.That(int.Parse(reply.Headers["Retry-After"], null), Is.InRange(1, 5));
        (await GetAsync("/health/live")).Succeeds();
    }
}
