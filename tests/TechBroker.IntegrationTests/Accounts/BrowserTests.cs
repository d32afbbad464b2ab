using System.Net;
using TechBroker.Domain.People;
using TechBroker.IntegrationTests.Accounts.Support;

namespace TechBroker.IntegrationTests.Accounts;

/// <summary>A browser's session: its cookie, and what a page needs besides.</summary>
internal sealed class BrowserTests : OnFastServer
{
    private const string Listings = "/api/v1/listings";

    [Test]
    public async Task Cookie_OfTheSession_IsOutOfReachForScripts()
    {
        var member = await Member.AddAsync(Server);
        using var browser = Browser();
        var signedIn = (await browser.CallAsync(HttpMethod.Post, $"{Member.Auth}/browser-login", new { member.Email, member.Password })).Succeeds(204);

        Assert.That(signedIn.Headers["Set-Cookie"].ToLowerInvariant(), Does.StartWith("techbroker-session=").And.Contain("httponly").And.Contain("samesite=lax").And.Contain("path=/").And.Not.Contain("domain="));
        Assert.That(signedIn.Text, Is.Empty);
    }

    [Test]
    public async Task Write_WithTheCookie_NeedsTheAntiforgeryTokenOfThisPersonAndTheOwnOrigin()
    {
        var (member, other) = (await Member.AddAsync(Server, Role.Manager), await Member.AddAsync(Server, Role.Manager));
        using var browser = await SignedInAsync(member);
        using var otherBrowser = await SignedInAsync(other);
        var token = await TokenAsync(browser);
        var own = Server.Address.GetLeftPart(UriPartial.Authority);

        (await browser.CallAsync(HttpMethod.Get, Listings)).Succeeds();
        (await browser.CallAsync(HttpMethod.Post, Listings, new { Title = "x" })).IsProblem(403, "antiforgery");
        (await browser.CallAsync(HttpMethod.Post, Listings, new { Title = "x" }, ("X-CSRF-Token", "nonsense"))).IsProblem(403, "antiforgery");
        (await browser.CallAsync(HttpMethod.Post, Listings, new { Title = "x" }, ("X-CSRF-Token", await TokenAsync(otherBrowser)))).IsProblem(403, "antiforgery");
        (await browser.CallAsync(HttpMethod.Post, Listings, new { Title = "x" }, ("X-CSRF-Token", token), ("Origin", "https://evil.example"))).IsProblem(403, "foreign-origin");
        (await browser.CallAsync(HttpMethod.Delete, $"{Member.Me}/sessions")).IsProblem(403, "antiforgery");
        (await browser.CallAsync(HttpMethod.Post, Listings, new { Title = "x" }, ("X-CSRF-Token", token))).Succeeds(201);
        (await browser.CallAsync(HttpMethod.Post, Listings, new { Title = "y" }, ("X-CSRF-Token", token), ("Origin", own))).Succeeds(201);
    }

    [Test]
    public async Task Cookie_AfterSigningOutOrItsTime_IsNobody()
    {
        var member = await Member.AddAsync(Server);
        using var browser = await SignedInAsync(member);
        (await browser.CallAsync(HttpMethod.Post, $"{Member.Auth}/logout", null, ("X-CSRF-Token", await TokenAsync(browser)))).Succeeds(204);
        (await browser.GetMeAsync()).IsProblem(401, "not-signed-in");

        using var idle = await SignedInAsync(member);
        (await idle.GetMeAsync()).Succeeds();
        Clock.Advance(TimeSpan.FromHours(13));
        (await idle.GetMeAsync()).IsProblem(401, "not-signed-in");
    }

    [Test]
    public async Task Cookie_AsBearerToken_IsRefused()
    {
        var member = await Member.AddAsync(Server);
        using var browser = Browser();
        var cookie = (await browser.CallAsync(HttpMethod.Post, $"{Member.Auth}/browser-login", new { member.Email, member.Password })).Headers["Set-Cookie"].Split('=', ';')[1];
        using var program = Server.With(cookie);

        (await program.GetMeAsync()).IsProblem(401, "invalid-token");
    }

    [Test]
    public async Task LinkPage_InASignedInBrowser_NeedsNoAntiforgeryToken()
    {
        var member = await Member.AddAsync(Server);
        var link = (await Server.Http.CallAsync(HttpMethod.Post, $"{Member.Users}/{member.Id}/password-link")).Json.GetProperty("link").GetString()!;
        using var browser = await SignedInAsync(member);
        using var form = new FormUrlEncodedContent([new("token", link.Split("?token=")[1]), new("password", "correct horse battery"), new("again", "correct horse battery")]);

        Assert.That((await browser.CallAsync(HttpMethod.Post, "/reset-password", form)).Status, Is.EqualTo(200));
        (await browser.GetMeAsync()).IsProblem(401, "not-signed-in");
    }

    private static async Task<string> TokenAsync(HttpClient browser) =>
        (await browser.CallAsync(HttpMethod.Get, $"{Member.Auth}/antiforgery")).Succeeds().Json.GetProperty("token").GetString()!;

    private async Task<HttpClient> SignedInAsync(Member member)
    {
        var browser = Browser();
        (await browser.CallAsync(HttpMethod.Post, $"{Member.Auth}/browser-login", new { member.Email, member.Password })).Succeeds(204);
        return browser;
    }

    private HttpClient Browser()
    {
        var browser = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = Server.Address };
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        return browser;
    }
}
