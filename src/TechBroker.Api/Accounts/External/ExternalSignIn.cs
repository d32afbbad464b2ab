using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Accounts.Links;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Accounts.External;

/// <summary>
/// GET /auth/external, …/{name} and …/{name}/callback: signs a browser in as the account that the provider's subject is linked to. The first
/// time it is linked to the account with the same verified address; nobody gets an account by signing in elsewhere.
/// </summary>
internal static class ExternalSignIn
{
    private static readonly Text Title = new("登录", "Sign in");

    private static readonly PlainPage NotBegun = new(400, Title, new(
        "这次登录不是从本浏览器发起的，或已超时，请返回重新登录。", "This sign-in was not begun in this browser, or took too long; go back and begin again."));

    private static readonly PlainPage Nobody = new(403, Title, new(
        "您的身份已确认，但此处没有与之对应的可用账号。请联系中心工作人员：由其用您在该登录服务中的邮箱为您开通账号，或先用邮箱和密码登录。",
        "It is clear who you are, but there is no account here that you may use. Ask the centre: its staff adds one with the e-mail address that the provider knows, or sign in with e-mail address and password."));

    private static readonly Problem Unknown = new(404, "provider-not-found", new(
        "没有配置这个登录服务，可用的见 /api/v1/auth/external。", "There is no such provider; see /api/v1/auth/external."));

    public static void Map(IEndpointRouteBuilder auth)
    {
        auth.Get("/external", Rule.Anyone, (ExternalProviders providers) => new Answer(200, new Page<ExternalProviderBody> { Items = providers.All, Next = null }))
            .Produces<Page<ExternalProviderBody>>()
            .WithName("listExternal").WithSummary("Where else people can sign in");
        auth.Get("/external/{name}", Rule.Anyone, BeginAsync)
            .Produces(302).ProducesProblem(404)
            .WithName("beginExternal").WithSummary("Send the browser to the provider");
        auth.Get("/external/{name}/callback", Rule.ByLink, ReturnAsync)
            .Produces(303).Produces<string>(400, "text/html").Produces<string>(403, "text/html").ProducesProblem(404)
            .WithName("returnExternal").WithSummary("Where the provider sends the browser back to");
    }

    private static async Task<IResult> BeginAsync(string name, HttpContext http, ExternalProviders providers, Sealed sealedValues, TimeProvider clock, CancellationToken ct)
    {
        if (providers.Find(name) is not { } provider)
        {
            return Unknown;
        }

        var handshake = Handshake.Begin(name, clock.GetUtcNow());
        if (!(await provider.AddressAsync(handshake, providers.RedirectUri(http.Request, provider), ct)).Is(out var address, out var error))
        {
            return new PlainPage(502, Title, error.Message);
        }

        http.Response.Headers.CacheControl = "no-store";
        http.Response.Cookies.Append(Sealed.CookieName(http.Request), sealedValues.Seal(handshake), Sealed.CookieOptions(http.Request));
        return Results.Redirect(address);
    }

    private static async Task<IResult> ReturnAsync(
        string name, HttpContext http, ExternalProviders providers, Sealed sealedValues, Sessions sessions, Database database, TimeProvider clock, CancellationToken ct)
    {
        if (providers.Find(name) is not { } provider)
        {
            return Unknown;
        }

        var handshake = sealedValues.Open<Handshake>(http.Request.Cookies[Sealed.CookieName(http.Request)]);
        http.Response.Cookies.Delete(Sealed.CookieName(http.Request), Sealed.CookieOptions(http.Request));
        var query = http.Request.Query;
        if (handshake?.Fits(name, query["state"], clock.GetUtcNow()) != true)
        {
            return NotBegun;
        }

        if (query["code"].ToString() is not { Length: > 0 } code)
        {
            return new PlainPage(400, Title, new("登录已取消或被登录服务拒绝，请返回重试。", "The sign-in was cancelled or refused by the provider; go back and try again."));
        }

        if (!(await provider.RedeemAsync(code, handshake, providers.RedirectUri(http.Request, provider), ct)).Is(out var identity, out var error))
        {
            return new PlainPage(error.Code == "external-unavailable" ? 502 : 403, Title, error.Message);
        }

        return await database.WriteAsync(Caller.ActorOf(http), session => EnterAsync(session, provider.Options, identity, http, sessions, clock.GetUtcNow()), ct);
    }

    private static async Task<IResult> EnterAsync(
        WriteSession session, OidcOptions provider, ExternalIdentity identity, HttpContext http, Sessions sessions, DateTimeOffset now)
    {
        using var users = new Users(session, now);
        var account = await users.FindByLoginAsync(provider.Name, identity.Subject) ?? await LinkAsync(session, users, provider, identity);
        if (account is not { State: Account.Active })
        {
            session.Record("signIn.refused", "account", account?.Id, new { because = "external", provider = provider.Name });
            return Nobody;
        }

        if (account.SecondFactor)
        {
            return new CodeNeeded(new ExternalTicket { AccountId = account.Id, Stamp = account.SecurityStamp, Until = now.AddMinutes(5) });
        }

        await AccountStore.SignedInAsync(session, account.Id, now);
        session.Record("signIn", "account", account.Id, new { browser = true, provider = provider.Name });
        return new SignedInBrowser(await sessions.BeginForBrowserAsync(session, account.Id, http));
    }

    private static async Task<Account?> LinkAsync(WriteSession session, Users users, OidcOptions provider, ExternalIdentity identity)
    {
        // An address that the provider gave to a second person does not make them the first.
        if (identity.VerifiedEmail is not { } email
            || await users.FindByNameAsync(email) is not { State: Account.Active } account
            || (await users.GetLoginsAsync(account)).Any(l => l.LoginProvider == provider.Name))
        {
            return null;
        }

        Users.Require(await users.AddLoginAsync(account, new UserLoginInfo(provider.Name, identity.Subject, provider.ShownName)));
        session.Record("externalLogin.linked", "account", account.Id, new { provider = provider.Name });
        return account;
    }
}

/// <summary>The browser has a session now and goes on to work.</summary>
internal sealed record SignedInBrowser(string Cookie) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        Sessions.SetCookie(httpContext, Cookie);
        httpContext.Response.Headers.CacheControl = "no-store";
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = "/work";
        return Task.CompletedTask;
    }
}
