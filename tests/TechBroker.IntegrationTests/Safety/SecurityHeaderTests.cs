using Microsoft.AspNetCore.Http;
using TechBroker.Api.Http;
using TechBroker.IntegrationTests.Api.Support;
using static TechBroker.IntegrationTests.Api.Support.Calls;

namespace TechBroker.IntegrationTests.Safety;

/// <summary>What every answer tells a browser, whoever made the answer; and that no other site's page is ever let in (CORS is off).</summary>
internal sealed class SecurityHeaderTests : OnOneServer
{
    [TestCase("GET", "/", 200)]
    [TestCase("GET", "/health/live", 200)]
    [TestCase("GET", "/openapi/v1.json", 200)]
    [TestCase("GET", Listings, 200)]
    [TestCase("GET", "/api/v1/imports/template?kind=listings", 200)]
    [TestCase("GET", "/api/v1/listings?limit=x", 400)]
    [TestCase("GET", "/nothing", 404)]
    [TestCase("DELETE", Listings, 405)]
    [TestCase("POST", Listings, 415)]
    public async Task Any_Answer_HasThemAll(string method, string path, int status)
    {
        var reply = await Server.SendAsync(new HttpMethod(method), path);

        Assert.That(reply.Status, Is.EqualTo(status), reply.Text);
        IsGuarded(reply, isApi: path.StartsWith("/api", StringComparison.Ordinal));
    }

    [Test]
    public async Task Any_RefusedBeforeTheEndpoint_HasThemAll()
    {
        IsGuarded((await GetAsync(Listings, ("Origin", "https://evil.example"))).IsProblem(403, "foreign-origin"), isApi: true);
        IsGuarded((await GetAsync(Listings, ("Authorization", "Bearer nobody"))).IsProblem(401, "invalid-token"), isApi: true);
    }

    [Test]
    public async Task Stream_Answer_HasThemAll()
    {
        using var response = await Server.Http.GetAsync("/api/v1/stream", HttpCompletionOption.ResponseHeadersRead);

        Assert.That(response.Headers.GetValues("Content-Security-Policy").Single(), Is.EqualTo(SecurityHeaders.ForData));
        Assert.That(response.Headers.GetValues("Cache-Control").Single(), Is.EqualTo("no-store"));
    }

    [TestCase("text/html; charset=utf-8", SecurityHeaders.ForPages)]
    [TestCase("text/plain", SecurityHeaders.ForData)]
    [TestCase(null, SecurityHeaders.ForData)]
    public async Task Policy_ByKindOfAnswer_IsThatOfItsKind(string? type, string expected)
    {
        var http = new DefaultHttpContext();
        var starting = new StartingResponse();
        http.Features.Set<Microsoft.AspNetCore.Http.Features.IHttpResponseFeature>(starting);

        await SecurityHeaders.AddAsync(http, inner =>
        {
            inner.Response.ContentType = type;
            return Task.CompletedTask;
        });
        await starting.StartAsync();

        Assert.That(http.Response.Headers.ContentSecurityPolicy.ToString(), Is.EqualTo(expected));
        Assert.That(http.Response.Headers.StrictTransportSecurity, Is.Empty, "not over http");
        Assert.That(expected, Does.Not.Contain("unsafe").And.Contain("frame-ancestors 'none'").And.Contain("base-uri 'none'").And.Contain("default-src 'none'"));
    }

    [TestCase("OPTIONS", Listings)]
    [TestCase("OPTIONS", "/api/v1/auth/login")]
    [TestCase("OPTIONS", "/")]
    public async Task Preflight_FromAnotherSite_GetsNothing(string method, string path)
    {
        var reply = await Server.SendAsync(
            new HttpMethod(method), path, null, ("Origin", "https://evil.example"), ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "authorization"));

        Assert.That(reply.Status, Is.EqualTo(403));
        Assert.That(reply.Headers.Keys, Has.None.StartsWith("Access-Control-").IgnoreCase);
    }

    [TestCase("https://evil.example")]
    [TestCase("own")]
    [TestCase(null)]
    public async Task Any_WithWhateverOrigin_NeverAllowsOne(string? origin)
    {
        var own = Server.Http.BaseAddress!.GetLeftPart(UriPartial.Authority);
        (string, string)[] headers = origin is null ? [] : [("Origin", origin == "own" ? own : origin)];
        foreach (var (method, path) in new[] { ("GET", Listings), ("GET", "/"), ("GET", "/nothing"), ("POST", "/api/v1/auth/login"), ("OPTIONS", Needs), ("GET", "/api/v1/me") })
        {
            var reply = await Server.SendAsync(new HttpMethod(method), path, method == "POST" ? new { } : null, headers);

            Assert.That(reply.Headers.Keys, Has.None.StartsWith("Access-Control-").IgnoreCase, $"{method} {path}");
        }
    }

    internal static void IsGuarded(Reply reply, bool isApi)
    {
        Assert.Multiple(() =>
        {
            Assert.That(
                reply.Headers["Content-Security-Policy"],
                Is.EqualTo(reply.Headers.GetValueOrDefault("Content-Disposition", "").StartsWith("attachment", StringComparison.Ordinal) ? SecurityHeaders.ForFiles : SecurityHeaders.ForData));
            Assert.That(reply.Headers["X-Content-Type-Options"], Is.EqualTo("nosniff"));
            Assert.That(reply.Headers["X-Frame-Options"], Is.EqualTo("DENY"));
            Assert.That(reply.Headers["Referrer-Policy"], Is.EqualTo("same-origin"));
            Assert.That(reply.Headers["Cross-Origin-Opener-Policy"], Is.EqualTo("same-origin"));
            Assert.That(reply.Headers["Cross-Origin-Resource-Policy"], Is.EqualTo("same-origin"));
            Assert.That(reply.Headers["Permissions-Policy"], Does.Contain("camera=(self)").And.Contain("microphone=()"));
            Assert.That(reply.Headers.Keys, Has.None.EqualTo("Strict-Transport-Security").And.None.EqualTo("Server").And.None.EqualTo("X-Powered-By"));
            if (isApi)
            {
                Assert.That(reply.Headers["Cache-Control"], Does.Contain("no-store"));
            }
        });
    }

    private sealed class StartingResponse : Microsoft.AspNetCore.Http.Features.HttpResponseFeature
    {
        private readonly Stack<Func<Task>> callbacks = new();

        public override void OnStarting(Func<object, Task> callback, object state) => callbacks.Push(() => callback(state));

        public async Task StartAsync()
        {
            while (callbacks.TryPop(out var callback))
            {
                await callback();
            }
        }
    }
}
