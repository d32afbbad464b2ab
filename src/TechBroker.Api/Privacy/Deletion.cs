using TechBroker.Api.Http;
using TechBroker.Domain.People;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Privacy;

/// <summary>Deletes a person's account (PIPL art. 47), in one transaction: what tells who they are, and what on the market is theirs alone.</summary>
internal static class Deletion
{
    /// <summary>Shared with whoever takes an administrator's rights away.</summary>
    private static readonly Problem LastAdministrator = new(409, "last-administrator", new(
        "这是最后一位在用的管理员，请先指定另一位管理员。", "This is the last active administrator; make somebody else one first."));

    /// <param name="session">In which the account was read.</param>
    /// <param name="account">Not deleted yet.</param>
    /// <param name="reason">For the audit record.</param>
    /// <param name="now">The time of deletion.</param>
    /// <returns>Null where it is done.</returns>
    public static async Task<Problem?> RunAsync(WriteSession session, Account account, string reason, DateTimeOffset now)
    {
        if (account is { State: Account.Active } && account.RoleList.Contains(Role.Admin) && await AccountStore.IsLastAdminAsync(session, account.Id))
        {
            return LastAdministrator;
        }

        if (await AccountErasure.RunningEngagementsAsync(session, account.Id) is > 0 and var running)
        {
            return new Problem(409, "hand-over-first", new(
                $"名下还有 {running} 项进行中的对接，请先移交给其他技术经理人（POST /api/v1/engagements/…/hand-over）。",
                $"{running} running {(running == 1 ? "engagement has" : "engagements have")} to be handed over to another manager first (POST /api/v1/engagements/…/hand-over)."));
        }

        var (listings, needs) = await OwnItems.WithdrawAsync(session, account.Id, now);
        await AccountErasure.EraseAsync(session, account.Id, Guid.NewGuid().ToString("N"), now);
        session.Record("account.deleted", "account", account.Id, new { reason, listings, needs });
        return null;
    }
}
