using System.Net.Http.Json;
using TechBroker.Api.Http;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.CommandLine.Support;
using TechBroker.IntegrationTests.Support;

namespace TechBroker.IntegrationTests.Safety;

/// <summary>Whose word about the client's address, scheme and host counts. Refused sign-ins are recorded with the address and show which was believed.</summary>
internal sealed class TrustedProxyTests
{
    [Test]
    public async Task Forwarded_NobodyTrusted_ChangesNothing()
    {
        await using var server = await TestServer.StartAsync();

        var reply = await SignInAsync(server, ("X-Forwarded-For", "203.0.113.9"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "broker.example"));

        Assert.That(await AddressAsync(server), Is.EqualTo("127.0.0.1"));
        Assert.That(reply.Headers, Does.Not.ContainKey("Strict-Transport-Security"));
    }

    [TestCase("192.0.2.1")]
    [TestCase("10.0.0.0/8")]
    public async Task Forwarded_ByAnAddressThatIsNotTrusted_ChangesNothing(string trusted)
    {
        await using var server = await TestServer.StartAsync(s => s.Api.TrustedProxies.Add(trusted));

        var reply = await SignInAsync(server, ("X-Forwarded-For", "203.0.113.9"), ("X-Forwarded-Proto", "https"));

        Assert.That(await AddressAsync(server), Is.EqualTo("127.0.0.1"));
        Assert.That(reply.Headers, Does.Not.ContainKey("Strict-Transport-Security"));
    }

    [TestCase("127.0.0.1", "203.0.113.9", "203.0.113.9")]
    [TestCase("127.0.0.0/8", "203.0.113.9", "203.0.113.9")]
    [TestCase("127.0.0.1", "198.51.100.1, 203.0.113.9", "203.0.113.9", Description = "the client's own forgery stands left of what the proxy saw")]
    [TestCase("127.0.0.1", "198.51.100.1, 203.0.113.9, 127.0.0.1", "203.0.113.9", Description = "two trusted proxies in a row")]
    [TestCase("127.0.0.1", "no address", "127.0.0.1")]
    public async Task Forwarded_ByATrustedProxy_IsTheClient(string trusted, string header, string expected)
    {
        await using var server = await TestServer.StartAsync(s => s.Api.TrustedProxies.Add(trusted));

        await SignInAsync(server, ("X-Forwarded-For", header));

        Assert.That(await AddressAsync(server), Is.EqualTo(expected));
    }

    [Test]
    public async Task Https_AtATrustedProxy_MakesCookiesSecureAndTheHostTheOrigin()
    {
        await using var server = await TestServer.StartAsync(s => s.Api.TrustedProxies.Add("127.0.0.1"));
        (string, string)[] headers = [("X-Forwarded-For", "203.0.113.9"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "broker.example"), ("Origin", "https://broker.example")];

        var page = (await server.SendAsync(HttpMethod.Get, "/api/v1/auth/antiforgery", null, headers)).Succeeds();

        Assert.That(page.Headers["Set-Cookie"], Does.Contain("secure").IgnoreCase);
        Assert.That(page.Headers["Strict-Transport-Security"], Does.Contain("max-age=31536000"));
    }

    [Test]
    public async Task Limits_BehindATrustedProxy_CountTheClient()
    {
        await using var server = await TestServer.StartAsync(s =>
        {
            s.Api.TrustedProxies.Add("127.0.0.1");
            s.Api.RequestsPerSecond = 1;
        });

        await Limits.ExhaustAsync(() => server.SendAsync(HttpMethod.Get, "/", null, ("X-Forwarded-For", "203.0.113.9")));

        (await server.SendAsync(HttpMethod.Get, "/", null, ("X-Forwarded-For", "203.0.113.10"))).Succeeds();
    }

    [TestCase("localhost")]
    [TestCase("10.0.0.0/33")]
    [TestCase("10.0.0.256")]
    [TestCase("10.0.0.7,*")]
    public async Task Start_WithWhatIsNoAddress_StopsAndNamesTheKey(string value)
    {
        using var files = new Scratch();

        (await Techbroker.RunAsync([("Api__TrustedProxies", value)], "serve", "--data", files.Path("data"))).Refuses(2, "Api:TrustedProxies");
        (await Techbroker.RunAsync([("Api__TrustedProxies__0", value)], "serve", "--data", files.Path("data"))).Refuses(2, "Api:TrustedProxies");
    }

    private static async Task<Reply> SignInAsync(TestServer server, params (string, string)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/auth/login")
        {
            Content = JsonContent.Create(new { email = "nobody@example.com", password = "wrong password" }, options: ApiJson.Options),
        };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await server.Anonymous.SendAsync(request);
        return (await Reply.OfAsync(response)).IsProblem(401, "wrong-credentials");
    }

    private static Task<string?> AddressAsync(TestServer server) => server.Database.ReadAsync(
        s => s.FirstAsync<string>("SELECT Address FROM AuditEntry WHERE Action = 'signIn.refused' ORDER BY Seq DESC"), CancellationToken.None);
}
