using System.Net;
using TechBroker.Api.Accounts.External;
using TechBroker.Composition;
using TechBroker.IntegrationTests.Accounts.Support;
using TechBroker.IntegrationTests.Api.Support;

namespace TechBroker.IntegrationTests.Accounts;

/// <summary>Signing in at a provider, good and bad, with browsers of which each has cookies of its own.</summary>
internal sealed class ExternalSignInTests : OnFastServer
{
    private const string External = $"{Member.Auth}/external";

#pragma warning disable NUnit1032 // It lives as long as the fixture's server, which is told its address.
    private TestProvider provider = null!;
#pragma warning restore NUnit1032

    [OneTimeTearDown]
    public async Task StopProviderAsync() => await provider.DisposeAsync();

    [SetUp]
    public void Behave() => (provider.Fault, provider.Subject, provider.Email, provider.EmailVerified, provider.EmailInUserInfoOnly, provider.UserInfoSubject) =
        ("", Guid.NewGuid().ToString(), null, true, false, "");

    protected override void Configure(Settings settings)
    {
        provider = TestProvider.StartAsync().GetAwaiter().GetResult();
        settings.Oidc.Add(new OidcOptions { Name = "centre", DisplayName = "Centre login", Authority = provider.Address, ClientId = TestProvider.ClientId, ClientSecret = TestProvider.ClientSecret });
        settings.Oidc.Add(new OidcOptions
        {
            Name = "plain",
            AuthorizationEndpoint = $"{provider.Address}/authorize",
            TokenEndpoint = $"{provider.Address}/plain-token",
            UserInfoEndpoint = $"{provider.Address}/userinfo?x={{accessToken}}&y={{code}}",
            ClientId = TestProvider.ClientId,
            ClientSecret = TestProvider.ClientSecret,
            Scopes = "",
            TokenRequest = "get",
            TokenClientIdParameter = "corpid",
            TokenClientSecretParameter = "corpsecret",
            AccessTokenPath = "data.token",
        });
    }

    [Test]
    public async Task Providers_AreListedWithoutSecrets()
    {
        var list = (await Server.Anonymous.CallAsync(HttpMethod.Get, External)).Succeeds();

        Assert.That(list.Items.Select(i => i.GetProperty("displayName").GetString()), Is.EqualTo(new[] { "Centre login", "plain" }));
        Assert.That(list.Text, Does.Not.Contain(TestProvider.ClientSecret));
        (await Server.Anonymous.CallAsync(HttpMethod.Get, $"{External}/nothing")).IsProblem(404, "provider-not-found");
    }

    [TestCase("centre", false)]
    [TestCase("centre", true)]
    [TestCase("plain", false)]
    public async Task SignIn_WithAVerifiedAddress_LinksOnceAndSignsIn(string name, bool emailInUserInfoOnly)
    {
        var member = await Member.AddAsync(Server);
        (provider.Email, provider.EmailInUserInfoOnly) = (member.Email.ToUpperInvariant(), emailInUserInfoOnly);

        using (var first = Browser())
        {
            Assert.That((await SignInAsync(first, name)).Status, Is.EqualTo(303));
            Assert.That((await first.GetMeAsync()).Succeeds().Json.GetProperty("id").GetGuid(), Is.EqualTo(member.Id));
            Assert.That((await first.GetMeAsync()).Json.GetProperty("signedInBy").GetString(), Is.EqualTo("browser"));
        }

        provider.Email = "changed@example.com";
        using var second = Browser();
        Assert.That((await SignInAsync(second, name)).Status, Is.EqualTo(303), "the subject counts from now on, not the address");
        Assert.That((await second.GetMeAsync()).Succeeds().Json.GetProperty("id").GetGuid(), Is.EqualTo(member.Id));
    }

    [TestCase("unverified")]
    [TestCase("unknown")]
    [TestCase("second subject")]
    [TestCase("foreign user info")]
    public async Task SignIn_WithoutAnAccountOfOnesOwn_IsRefusedAndMakesNone(string why)
    {
        var member = await Member.AddAsync(Server);
        provider.Email = why == "unknown" ? $"{Guid.NewGuid():N}@example.com" : member.Email;
        provider.EmailVerified = why != "unverified";
        if (why == "second subject")
        {
            using var first = Browser();
            Assert.That((await SignInAsync(first)).Status, Is.EqualTo(303));
            provider.Subject = Guid.NewGuid().ToString();
        }

        (provider.EmailInUserInfoOnly, provider.UserInfoSubject) = why == "foreign user info" ? (true, "somebody else") : (false, "");
        var before = await CountAsync();
        using var browser = Browser();
        var refused = await SignInAsync(browser);

        Assert.That((refused.Status, refused.MediaType), Is.EqualTo((403, "text/html")));
        Assert.That(refused.Text, Does.Contain("Ask the centre").Or.Contain("tell an administrator"));
        (await browser.GetMeAsync()).IsProblem(401, "not-signed-in");
        Assert.That(await CountAsync(), Is.EqualTo(before));
    }

    [TestCase("none")]
    [TestCase("hmac")]
    [TestCase("key")]
    [TestCase("unknown-key")]
    [TestCase("expired")]
    [TestCase("audience")]
    [TestCase("issuer")]
    [TestCase("nonce")]
    public async Task SignIn_WithABadIdToken_IsRefused(string fault)
    {
        var member = await Member.AddAsync(Server);
        (provider.Email, provider.Fault) = (member.Email, fault);
        using var browser = Browser();

        var refused = await SignInAsync(browser);

        Assert.That((refused.Status, refused.MediaType), Is.EqualTo((403, "text/html")), refused.Text);
        Assert.That(refused.Text, Does.Contain("could not be verified"));
        (await browser.GetMeAsync()).IsProblem(401, "not-signed-in");
        provider.Fault = "";
        Assert.That((await SignInAsync(browser)).Status, Is.EqualTo(303));
    }

    [Test]
    public async Task Callback_WithAnotherState_OrInAnotherBrowser_IsRefused()
    {
        provider.Email = (await Member.AddAsync(Server)).Email;
        using var browser = Browser();
        using var victim = Browser();
        var callback = await CallbackAsync(browser);

        Assert.That((await victim.CallAsync(HttpMethod.Get, callback)).Status, Is.EqualTo(400), "no cookie");
        await victim.CallAsync(HttpMethod.Get, $"{External}/centre");
        Assert.That((await victim.CallAsync(HttpMethod.Get, callback)).Status, Is.EqualTo(400), "its own handshake, another's answer");
        Assert.That((await browser.CallAsync(HttpMethod.Get, callback.Replace("state=", "state=x", StringComparison.Ordinal))).Status, Is.EqualTo(400));
        Assert.That((await browser.CallAsync(HttpMethod.Get, callback)).Status, Is.EqualTo(400), "one try for each handshake");
        (await victim.GetMeAsync()).IsProblem(401, "not-signed-in");
        Assert.That((await browser.CallAsync(HttpMethod.Get, $"{External}/centre/callback?error=access_denied")).Status, Is.EqualTo(400));
    }

    [Test]
    public async Task Callback_WithAReplayedCode_IsRefused()
    {
        provider.Email = (await Member.AddAsync(Server)).Email;
        using var browser = Browser();
        var begun = await browser.CallAsync(HttpMethod.Get, $"{External}/centre");
        var cookie = begun.Headers["Set-Cookie"].Split(';')[0];
        var callback = (await browser.CallAsync(HttpMethod.Get, begun.Headers["Location"])).Headers["Location"];
        Assert.That((await browser.CallAsync(HttpMethod.Get, callback)).Status, Is.EqualTo(303));

        using var thief = Browser(cookies: false);
        var replayed = await thief.CallAsync(HttpMethod.Get, callback, null, ("Cookie", cookie));

        Assert.That(replayed.Status, Is.EqualTo(403), "even with the browser's cookie: the provider takes a code once");
        Assert.That(replayed.Headers.GetValueOrDefault("Set-Cookie") ?? "", Does.Not.Contain("techbroker-session"));
    }

    [Test]
    public async Task Callback_AfterTenMinutes_IsRefused()
    {
        provider.Email = (await Member.AddAsync(Server)).Email;
        using var browser = Browser();
        var callback = await CallbackAsync(browser);
        Clock.Advance(TimeSpan.FromMinutes(11));

        Assert.That((await browser.CallAsync(HttpMethod.Get, callback)).Status, Is.EqualTo(400));
    }

    [Test]
    public async Task Begin_SendsTheChallengeAndNotTheSecret()
    {
        using var browser = Browser();
        var begun = await browser.CallAsync(HttpMethod.Get, $"{External}/centre");

        Assert.That(begun.Headers["Location"], Does.Contain("code_challenge_method=S256").And.Contain("nonce=").And.Contain("state=").And.Not.Contain(TestProvider.ClientSecret));
        Assert.That(begun.Headers["Set-Cookie"], Does.Contain("httponly").IgnoreCase.And.Contain("samesite=lax").IgnoreCase);
        await browser.CallAsync(HttpMethod.Get, (await browser.CallAsync(HttpMethod.Get, begun.Headers["Location"])).Headers["Location"]);
        Assert.That(provider.LastTokenRequest, Does.Contain("code_verifier="));
    }

    [Test]
    public async Task SignIn_ToAnAccountWithASecondFactor_AsksForTheCode()
    {
        var member = await Member.AddAsync(Server);
        provider.Email = member.Email;
        using var program = await member.ClientAsync();
        var secret = (await program.CallAsync(HttpMethod.Post, $"{Member.Me}/second-factor", new { member.Password })).Json.GetProperty("secret").GetString()!;
        var key = SecondFactorTests.Base32(secret);
        var codes = (await program.CallAsync(HttpMethod.Post, $"{Member.Me}/second-factor/confirm", new { Code = SecondFactorTests.CodeOf(key, Clock) })).Succeeds();
        using var browser = Browser();

        var page = await SignInAsync(browser);
        Assert.That(page.Status, Is.EqualTo(200));
        (await browser.GetMeAsync()).IsProblem(401, "not-signed-in");
        var ticket = page.Text.Split("name=\"ticket\" value=\"")[1].Split('"')[0];

        Assert.That((await CodeAsync(browser, ticket, "abcdef")).Status, Is.EqualTo(403));
        Assert.That((await CodeAsync(browser, "forged", "abcdef")).Status, Is.EqualTo(400));
        Assert.That((await CodeAsync(browser, ticket, codes.Json.GetProperty("recoveryCodes")[0].GetString()!)).Status, Is.EqualTo(303));
        (await browser.GetMeAsync()).Succeeds();
        Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.That((await CodeAsync(browser, ticket, SecondFactorTests.CodeOf(key, Clock))).Status, Is.EqualTo(400));
    }

    private static async Task<Reply> CodeAsync(HttpClient browser, string ticket, string code)
    {
        using var form = new FormUrlEncodedContent([new("ticket", ticket), new("code", code)]);
        return await browser.CallAsync(HttpMethod.Post, "/sign-in-code", form);
    }

    private static async Task<string> CallbackAsync(HttpClient browser, string name = "centre")
    {
        var begun = await browser.CallAsync(HttpMethod.Get, $"{External}/{name}");
        Assert.That(begun.Status, Is.EqualTo(302), begun.Text);
        return (await browser.CallAsync(HttpMethod.Get, begun.Headers["Location"])).Headers["Location"];
    }

    private static async Task<Reply> SignInAsync(HttpClient browser, string name = "centre") => await browser.CallAsync(HttpMethod.Get, await CallbackAsync(browser, name));

    private HttpClient Browser(bool cookies = true)
    {
        var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = cookies, CookieContainer = new CookieContainer() }) { BaseAddress = Server.Address };
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        return browser;
    }

    private Task<long> CountAsync() => Server.Database.ReadAsync(s => s.FirstAsync<long>("SELECT COUNT(*) FROM Account"), CancellationToken.None);
}
