using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Accounts.SecondFactor;
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
        "邮箱或密码不正确。连续多次输错后账号会锁定一段时间，请稍后再试，或请中心工作人员提供重设密码的链接。",
        "The e-mail address or the password is wrong. After many wrong attempts an account is locked for a while: wait, or ask the centre for a link to set a new password."));

    private static readonly Problem SecondFactorRequired = new(401, "second-factor-required", new(
        "该账号启用了两步验证，请再填写手机验证器上的验证码（code）或恢复码（recoveryCode）。",
        "This account has a second factor: send the code of the authenticator app (code) or a recovery code (recoveryCode), too."));

    private static readonly Problem WrongCode = new(401, "wrong-code", new(
        "验证码或恢复码不正确或已用过。请等下一个验证码再试；连续多次输错后账号会锁定一段时间。",
        "The code is wrong or was used. Wait for the next one; after many wrong attempts the account is locked for a while."));

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

    internal static Problem TooMany(int seconds) => new(429, "too-many-sign-ins", new(
        "登录尝试过于频繁，请稍后再试。", "Too many attempts to sign in; wait a while and try again."))
    {
        RetryAfterSeconds = seconds,
    };

    /// <summary>What both ways of signing in share.</summary>
    internal sealed class SignInDesk(Database database, Passwords passwords, Refusals refusals, Sessions sessions, Authenticators authenticators, AuthOptions options, TimeProvider clock)
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
            var factor = account is { SecondFactor: true } && verdict is not PasswordVerificationResult.Failed
                ? authenticators.Compare(account, body.Code, body.RecoveryCode)
                : null;
            var given = new Given(account, verdict, rehashed, factor, body.Code is not null || body.RecoveryCode is not null);
            var result = await database.WriteAsync(Caller.ActorOf(http), session => DecideAsync(session, given, http, browser), http.RequestAborted);
            if (result is Problem && !ReferenceEquals(result, SecondFactorRequired))
            {
                refusals.Add(address);
            }

            return result;
        }

        /// <summary>On the account as it is now: between reading it and here others may have guessed too.</summary>
        private async Task<IResult> DecideAsync(WriteSession session, Given given, HttpContext http, bool browser)
        {
            var now = clock.GetUtcNow();
            if (given.Seen is not { } seen || await AccountStore.FindAsync(session, seen.Id) is not { State: Account.Active } account || account.LockedUntil > now)
            {
                // Never the address that was typed: it may be a password in the wrong field.
                session.Record("signIn.refused", "account", given.Seen?.Id, new { because = given.Seen is null ? "unknown" : "lockedOrInactive" });
                return Refused;
            }

            // Another stamp: what was checked is not the account's password or secret any more.
            if (given.Verdict is PasswordVerificationResult.Failed || account.SecurityStamp != seen.SecurityStamp)
            {
                return await FailAsync(session, account, now, Refused);
            }

            if (account.SecondFactor && !given.HasCode)
            {
                return SecondFactorRequired;
            }

            if (account.SecondFactor && !await Authenticators.TakeAsync(session, account, given.Factor!, now))
            {
                return await FailAsync(session, account, now, WrongCode);
            }

            await AccountStore.SignedInAsync(session, account.Id, now);
            if (given.Rehashed is not null)
            {
                await AccountStore.RehashedAsync(session, account.Id, seen.PasswordHash!, given.Rehashed);
            }

            session.Record("signIn", "account", account.Id, new { browser });
            return browser
                ? new BrowserSignedIn(await sessions.BeginForBrowserAsync(session, account.Id, http))
                : new Answer(200, await sessions.BeginForProgramAsync(session, account.Id, http));
        }

        private async Task<IResult> FailAsync(WriteSession session, Account account, DateTimeOffset now, Problem why)
        {
            await AccountStore.FailedAsync(session, account.Id, options.LockAfter, now.AddMinutes(options.LockMinutes));
            session.Record("signIn.refused", "account", account.Id, new { because = why.Code });
            return why;
        }
    }

    /// <summary>What was found out before the transaction.</summary>
    private sealed record Given(Account? Seen, PasswordVerificationResult Verdict, string? Rehashed, FactorProof? Factor, bool HasCode);

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
