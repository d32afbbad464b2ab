using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using TechBroker.Api.Access;
using TechBroker.Api.Accounts;
using TechBroker.Api.Http;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Privacy;

/// <summary>Asks somebody who is signed in for their password once more. Wrong ones count as they do at the door, or a stolen session could guess here.</summary>
internal sealed class PasswordProof(Database database, Passwords passwords, AuthOptions options, TimeProvider clock)
{
    private static readonly Problem Wrong = new(403, "wrong-password", new(
        "当前密码不正确。连续多次输错后账号会锁定一段时间。", "The current password is wrong. After many wrong attempts the account is locked for a while."));

    private static readonly Problem None = new(409, "no-password", new(
        "您的账号没有密码（通过外部身份登录），请先设置密码，或请中心管理人员代为办理。",
        "Your account has no password, as you sign in elsewhere: set one first, or have the centre do this for you."));

    /// <returns>Null where it is right.</returns>
    public async Task<Problem?> RefuseAsync(HttpContext http, string? password)
    {
        var id = Caller.Required(http).AccountId;
        var account = await database.ReadAsync(s => AccountStore.FindAsync(s, id), http.RequestAborted);
        if (account?.PasswordHash is null)
        {
            return None;
        }

        if (account.LockedUntil > clock.GetUtcNow())
        {
            return Wrong;
        }

        if (await passwords.CheckAsync(account.PasswordHash, password ?? "", http.RequestAborted) is not { } verdict)
        {
            return Problem.Busy;
        }

        if (verdict is not PasswordVerificationResult.Failed)
        {
            return null;
        }

        await database.WriteAsync(
            Caller.ActorOf(http),
            async session =>
            {
                await AccountStore.FailedAsync(session, id, options.LockAfter, clock.GetUtcNow().AddMinutes(options.LockMinutes));
                session.Record("password.refused", "account", id);
            },
            http.RequestAborted);
        return Wrong;
    }
}
