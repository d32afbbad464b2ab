using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Storage.Audit;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Accounts.Links;

/// <summary>
/// POST /auth/reset, and the page that the link opens: sets a new password, ends all sessions, lifts the lock. A second factor stays: who
/// reads somebody's mail is not that person yet.
/// </summary>
internal sealed class ResetPassword(Database database, Passwords passwords, TimeProvider clock)
{
    /// <summary>Also for links that were never made.</summary>
    public static Problem LinkRefused { get; } = new(410, "link-refused", new(
        "链接无效、已过期或已使用过，请向中心工作人员索取新的链接。", "The link is unknown, too old or was used; ask the centre for a new one."));

    public static void Map(IEndpointRouteBuilder auth) => auth
        .Post("/reset", Rule.ByLink, (Body<ResetPasswordBody> body, ResetPassword reset, HttpContext http) => reset.RunAsync(body.Value.Token!, body.Value.NewPassword!, http.RequestAborted))
        .Produces(204).ProducesProblem(400).ProducesProblem(410).ProducesProblem(429)
        .WithName("resetPassword").WithSummary("Set a new password with a one-time link");

    /// <returns>204 or a problem.</returns>
    public async Task<IResult> RunAsync(string token, string password, CancellationToken ct)
    {
        var hash = Secrets.Hash(token);
        var seen = await database.ReadAsync(s => FindAsync(s, hash), ct);
        if (seen is null)
        {
            return LinkRefused;
        }

        if (PasswordRules.IsGuessable(password, seen.Email))
        {
            return Problem.Invalid([new Fault("newPassword", PasswordRules.Guessable)]);
        }

        return await passwords.HashAsync(password, ct) is { } passwordHash
            ? await database.WriteAsync(Actor.ByLink, session => SetAsync(session, hash, passwordHash), ct)
            : Problem.Busy;
    }

    private async Task<IResult> SetAsync(WriteSession session, string hash, string passwordHash)
    {
        var now = clock.GetUtcNow();
        if (await FindAsync(session, hash) is not { } account || !await OneTimeLinkStore.TakeAsync(session, hash, OneTimeLink.Password, now))
        {
            return LinkRefused;
        }

        using var users = new Users(session, now);
        await users.SetPasswordAsync(account, passwordHash, keep: null, "passwordReset");
        await AccountStore.UnlockAsync(session, account.Id);
        session.Record("password.reset", "account", account.Id);
        return Results.NoContent();
    }

    private async Task<Account?> FindAsync(SqlSession session, string hash) =>
        await OneTimeLinkStore.FindAsync(session, hash, OneTimeLink.Password, clock.GetUtcNow()) is { AccountId: { } id }
        && await AccountStore.FindAsync(session, id) is { State: Account.Active } account
            ? account
            : null;
}
