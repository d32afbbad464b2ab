using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using TechBroker.Api.Http;
using TechBroker.IntegrationTests.Api.Support;
using TechBroker.IntegrationTests.CommandLine.Support;
using TechBroker.IntegrationTests.Imports.Support;
using TechBroker.IntegrationTests.Support;
using static TechBroker.IntegrationTests.Api.Support.Calls;

namespace TechBroker.IntegrationTests.Safety;

/// <summary>Everything that is logged, at the finest level, while people sign in, post, import and things go wrong: no secret and no text is in it.</summary>
internal sealed class LogSecrecyTests
{
    private const string Email = "canary.person@secret-mail.example", Password = "correct horse canary 7", WrongPassword = "wrong canary staple 8", NeedText = "绝密金丝雀磁体产线";

    [Test]
    public async Task Log_OfAWholeRunAtTrace_HoldsNoSecret()
    {
        var log = new CapturedLog();
        var secrets = new List<string> { Email, Password, WrongPassword, NeedText, "canary" };
        await using (var server = await TestServer.StartAsync(services: builder =>
            builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log).AddFilter<CapturedLog>(null, LogLevel.Trace)))
        {
            secrets.AddRange([server.Admin.Token, server.Admin.Email]);
            await SignInAsync(server, secrets);
            await PostAsync(server);
            await BreakAsync(server, secrets);
        }

        Assert.That(log.Lines, Has.Count.GreaterThan(200), "it is really captured");
        Assert.That(log.Lines.Any(l => l.Contains("UnexpectedErrors", StringComparison.Ordinal)), Is.True, "a failure was forced");
        Assert.Multiple(() =>
        {
            foreach (var secret in secrets.Distinct())
            {
                Assert.That(log.Lines.Where(l => l.Contains(secret, StringComparison.OrdinalIgnoreCase)).Take(3), Is.Empty, $"'{secret}' is logged");
            }
        });
    }

    [TestCase("Bootstrap__AdminPassword", "canary7", "Bootstrap__AdminEmail", "boss@example.com", "Bootstrap:AdminPassword")]
    [TestCase("Bootstrap__AdminPassword", "canary password 7", "Bootstrap__AdminEmail", "no address", "Bootstrap:AdminEmail")]
    [TestCase("Bootstrap__AdminPassword", "canary password 7", "Nothing", "", "Bootstrap:AdminPassword")]
    [TestCase("Audit__Key", "canary key", "Nothing", "", "Audit:Key")]
    [TestCase("Audit__Key", "Y2FuYXJ5IGNhbmFyeQ==", "Nothing", "", "Audit:Key")]
    [TestCase("Bus__Password", "canary", "Bus__Transport", "Pigeon", "Bus:Transport")]
    public async Task Start_WithAWrongSecret_NamesTheKeyAndNotTheValue(string key, string secret, string otherKey, string otherValue, string named)
    {
        using var files = new Scratch();

        var run = (await Techbroker.RunAsync([(key, secret), (otherKey, otherValue)], "serve", "--data", files.Path("data"), "--urls", "http://127.0.0.1:0")).Refuses(2, named);

        Assert.That(run.Out + run.Error, Does.Not.Contain(secret));
    }

    [Test]
    public async Task Failure_OutsideAndInside_ShowsNoStackToTheCaller()
    {
        await using var server = await TestServer.StartAsync(s => s.Workers.Enabled = false);
        await TakeAwayAsync(server, "Organisation");

        var reply = await server.SendAsync(HttpMethod.Get, Organisations);

        reply.IsProblem(500, "internal-error");
        Assert.That(reply.Text, Does.Not.Contain("no such table").IgnoreCase.And.Not.Contain("SELECT").And.Not.Contain("Sqlite"));
        SecurityHeaderTests.IsGuarded(reply, isApi: true);
    }

    private static async Task SignInAsync(TestServer server, List<string> secrets)
    {
        (await server.SendAsync(HttpMethod.Post, "/api/v1/users", new { email = Email, password = Password, displayName = "Canary", roles = new[] { "admin" } })).Succeeds(201);
        (await server.SendAsync(HttpMethod.Post, "/api/v1/users", new { email = Email, password = Password, displayName = "Canary", roles = new[] { "admin" } })).IsProblem(409, "email-taken");
        (await server.SendAsync(HttpMethod.Post, "/api/v1/auth/login", new { email = Email, password = WrongPassword })).IsProblem(401, "wrong-credentials");
        (await server.SendAsync(HttpMethod.Post, "/api/v1/auth/login", $"{{\"email\":\"{Email}\",\"password\":\"{Password}\"")).IsProblem(400, "validation");
        (await server.SendAsync(HttpMethod.Post, "/api/v1/auth/login", new { email = Email, password = new[] { Password } })).IsProblem(400, "validation");
        var tokens = (await server.SendAsync(HttpMethod.Post, "/api/v1/auth/login", new { email = Email, password = Password })).Succeeds();
        var (access, refresh) = (tokens.Json.GetProperty("accessToken").GetString()!, tokens.Json.GetProperty("refreshToken").GetString()!);
        var fresh = (await server.SendAsync(HttpMethod.Post, "/api/v1/auth/refresh", new { refreshToken = refresh })).Succeeds();
        (await server.SendAsync(HttpMethod.Post, "/api/v1/auth/refresh", new { refreshToken = refresh })).IsProblem(401, "refresh-refused");
        (await server.SendAsync(HttpMethod.Get, "/api/v1/me", null, ("Authorization", $"Bearer {access}"))).IsProblem(401, "invalid-token");
        secrets.AddRange([access, refresh, fresh.Json.GetProperty("accessToken").GetString()!, fresh.Json.GetProperty("refreshToken").GetString()!]);

        using var browser = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = server.Address };
        using var signedIn = await browser.PostAsJsonAsync("/api/v1/auth/browser-login", new { email = Email, password = Password }, ApiJson.Options);
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        browser.DefaultRequestHeaders.Add("Cookie", cookie);
        using var page = await browser.GetAsync("/api/v1/auth/antiforgery");
        var forgery = JsonElement.Parse(await page.Content.ReadAsStringAsync()).GetProperty("token").GetString()!;
        var forgeryCookie = page.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        secrets.AddRange([cookie.Split('=', 2)[1], forgery, forgeryCookie.Split('=', 2)[1]]);
        browser.DefaultRequestHeaders.Remove("Cookie");
        browser.DefaultRequestHeaders.Add("Cookie", $"{cookie}; {forgeryCookie}");
        using var refused = await browser.PostAsJsonAsync(Needs, new { title = NeedText }, ApiJson.Options);
        Assert.That((int)refused.StatusCode, Is.EqualTo(403));
        browser.DefaultRequestHeaders.Add("X-CSRF-Token", forgery);
        using var wrong = await browser.PostAsJsonAsync("/api/v1/auth/logout", new { }, ApiJson.Options);
        Assert.That((int)wrong.StatusCode, Is.EqualTo(204));
    }

    private static async Task PostAsync(TestServer server)
    {
        var need = await server.PostNeedAsync(NeedText, new { description = NeedText, visibility = "blind", blindSummary = NeedText, keywords = new[] { NeedText } });
        await server.PostListingAsync(NeedText, new { description = NeedText });
        (await server.SendAsync(HttpMethod.Post, Needs, new { title = NeedText, visibility = NeedText })).IsProblem(400, "validation");
        (await server.SendAsync(HttpMethod.Post, Needs, $"{{\"{NeedText}\":1}}")).IsProblem(400, "validation");
        (await server.SendAsync(HttpMethod.Get, $"{Needs}/{need}")).Succeeds();
        await server.ImportAsync("needs", $"title,minTrl\n{NeedText},99\n{NeedText} 2,5\n");
        await server.ImportAsync("needs", $"{{\"title\":\"{NeedText}\",\"title\":\"{NeedText}\"}}\n");
        await server.DrainAsync();
    }

    private static async Task BreakAsync(TestServer server, List<string> secrets)
    {
        await TakeAwayAsync(server, "MarketRevision");
        (await server.SendAsync(HttpMethod.Post, Needs, new { title = NeedText, description = NeedText })).IsProblem(500, "internal-error");
        await TakeAwayAsync(server, "Account");
        using var anonymous = await server.Anonymous.PostAsJsonAsync("/api/v1/auth/login", new { email = Email, password = Password }, ApiJson.Options);
        Assert.That((int)anonymous.StatusCode, Is.EqualTo(500));
        secrets.AddRange(["tba_", "tbr_"]);
    }

    /// <summary>Tables renamed from outside: whatever touches them fails inside.</summary>
    private static async Task TakeAwayAsync(TestServer server, params string[] tables)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(server.DataDirectory, "techbroker.db")};Pooling=False");
        await connection.OpenAsync();
        foreach (var table in tables)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA legacy_alter_table=ON; ALTER TABLE {table} RENAME TO {table}Gone";
            await command.ExecuteNonQueryAsync();
        }
    }
}
