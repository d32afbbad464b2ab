using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Accounts;

/// <summary>What is done in the transaction once the password is right.</summary>
internal delegate Task<IResult> ProvenUseCase(WriteSession session, Account account, DateTimeOffset now);

/// <summary>
/// Asks who is signed in for the password once more, before credentials change: a session left open must not become the account. Wrong
/// ones count toward the lock like those of a sign-in.
/// </summary>
internal sealed class PasswordProof(Database database, Passwords passwords, AuthOptions options, TimeProvider clock)
{
    public static Problem Wrong { get; } = new(403, "wrong-password", new(
        "当前密码不正确。连续多次输错后账号会锁定一段时间。", "The current password is wrong. After many wrong attempts the account is locked for a while."));

    /// <summary>For those who ask before whether there is a password at all.</summary>
    public static Problem NoPassword { get; } = new(409, "no-password", new(
        "您的账号没有密码（通过外部身份登录），请先设置密码，或请中心管理人员代为办理。",
        "Your account has no password, as you sign in elsewhere: set one first, or have the centre do this for you."));

    /// <param name="http">The request.</param>
    /// <param name="password">What was given as the current password.</param>
    /// <param name="prepare">Gets the account as it was read and does what takes time; runs only for the right password.</param>
    /// <param name="write">How the transaction is run where not as the caller's plain write.</param>
    public async Task<IResult> RunAsync(
        HttpContext http, string password, Func<Account, Task<ProvenUseCase?>> prepare, Func<Func<WriteSession, Task<IResult>>, Task<IResult>>? write = null)
    {
        var id = Caller.Required(http).AccountId;
        var seen = await database.ReadAsync(s => AccountStore.FindAsync(s, id), http.RequestAborted);
        if (await passwords.CheckAsync(seen!.PasswordHash, password, http.RequestAborted) is not { } verdict)
        {
            return Problem.Busy;
        }

        ProvenUseCase? useCase = null;
        if (verdict is not PasswordVerificationResult.Failed && (useCase = await prepare(seen)) is null)
        {
            return Problem.Busy;
        }

        return await (write ?? (work => database.WriteAsync(Caller.ActorOf(http), work, http.RequestAborted)))(session => DecideAsync(session, seen, useCase));
    }

    private async Task<IResult> DecideAsync(WriteSession session, Account seen, ProvenUseCase? useCase)
    {
        var now = clock.GetUtcNow();
        if (await AccountStore.FindAsync(session, seen.Id) is not { State: Account.Active } account || account.LockedUntil > now)
        {
            return Wrong;
        }

        // Another stamp: the password that was checked is not the account's any more.
        if (useCase is null || account.SecurityStamp != seen.SecurityStamp)
        {
            await AccountStore.FailedAsync(session, account.Id, options.LockAfter, now.AddMinutes(options.LockMinutes));
            session.Record("password.refused", "account", account.Id);
            return Wrong;
        }

        return await useCase(session, account, now);
    }
}
