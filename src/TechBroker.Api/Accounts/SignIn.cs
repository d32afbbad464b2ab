using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Accounts;

/// <summary>POST /auth/login for programs (tokens) and /auth/browser-login for browsers (a cookie).</summary>
internal static class SignIn
{
    // One sentence for every reason, so that it tells nobody which addresses have accounts or which are locked.
    private static readonly Problem Refused = new(401, "wrong-credentials", new(
        "邮箱或密码不正确。连续多次输错后账号会锁定一段时间，请稍后再试或重设密码。",
        "The e-mail address or the password is wrong. After many wrong attempts an account is locked for a while: wait, or set a new password."));

    private const string Why =
        "Address and password find and prove the account. Time, network address and browser are kept for its safety; for how long, and on what legal basis: /privacy.";

    public static void Map(IEndpointRouteBuilder auth)
    {
        auth.Post("/login", Rule.Anyone, (Body<LoginBody> body, HttpContext http, SignInDesk desk) => desk.SignInAsync(body.Value, http, browser: false))
            .Produces<TokensBody>().ProducesProblem(400).ProducesProblem(401).ProducesProblem(429)
            .WithName("login").WithSummary("Sign in as a program and get tokens").WithDescription(Why);
        auth.Post("/browser-login", Rule.Anyone, (Body<LoginBody> body, HttpContext http, SignInDesk desk) => desk.SignInAsync(body.Value, http, browser: true))
            .Produces(204).ProducesProblem(400).ProducesProblem(401).ProducesProblem(429)
            .WithName("browserLogin").WithSummary("Sign in as a browser and get a session cookie").WithDescription(Why);
    }

    /// <summary>What both ways of signing in share.</summary>
    internal sealed class SignInDesk(Database database, Passwords passwords, Refusals refusals, Sessions sessions, AuthOptions options, TimeProvider clock)
    {
        public async Task<IResult> SignInAsync(LoginBody body, HttpContext http, bool browser)
        {
            var address = http.Connection.RemoteIpAddress?.ToString() ?? "";
            if (refusals.WaitOf(address) is { } seconds)
            {
                return TooMany(seconds);
            }

            var account = await database.ReadAsync(s => AccountStore.FindByEmailAsync(s, AccountNames.Normalize(body.Email!)), http.RequestAborted);
            if (await passwords.CheckAsync(account?.PasswordHash, body.Password!, http.RequestAborted) is not { } verdict)
            {
                return TooMany(5);
            }

            var rehashed = verdict is PasswordVerificationResult.SuccessRehashNeeded ? await passwords.HashAsync(body.Password!, http.RequestAborted) : null;
            var result = await database.WriteAsync(Caller.ActorOf(http), session => DecideAsync(session, account?.Id, verdict, rehashed, http, browser), http.RequestAborted);
            if (result is Problem)
            {
                refusals.Add(address);
            }

            return result;
        }

        /// <summary>On the account as it is now: between reading it and here others may have guessed too.</summary>
        private async Task<IResult> DecideAsync(WriteSession session, Guid? id, PasswordVerificationResult verdict, string? rehashed, HttpContext http, bool browser)
        {
            var now = clock.GetUtcNow();
            if (id is null || await AccountStore.FindAsync(session, id.Value) is not { State: Account.Active } account || account.LockedUntil > now)
            {
                // Never the address that was typed: it may be a password in the wrong field.
                session.Record("signIn.refused", "account", id, new { because = id is null ? "unknown" : "lockedOrInactive" });
                return Refused;
            }

            if (verdict is PasswordVerificationResult.Failed)
            {
                await AccountStore.FailedAsync(session, account.Id, options.LockAfter, now.AddMinutes(options.LockMinutes));
                session.Record("signIn.refused", "account", id, new { because = "password" });
                return Refused;
            }

            await AccountStore.SignedInAsync(session, account.Id, now);
            session.Record("signIn", "account", id, new { browser });
            if (rehashed is not null)
            {
                await AccountStore.RehashedAsync(session, account.Id, account.PasswordHash!, rehashed);
            }

            return browser
                ? new BrowserSignedIn(await sessions.BeginForBrowserAsync(session, account.Id, http))
                : new Answer(200, await sessions.BeginForProgramAsync(session, account.Id, http));
        }

        private static Problem TooMany(int seconds) => new(429, "too-many-sign-ins", new(
            "登录尝试过于频繁，请稍后再试。", "Too many attempts to sign in; wait a while and try again."))
        {
            RetryAfterSeconds = seconds,
        };
    }

    private sealed record BrowserSignedIn(string Cookie) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            Sessions.SetCookie(httpContext, Cookie);
            httpContext.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }
    }
}
