using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Api.Organisations;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.People;
using TechBroker.Storage.Conflicts;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Accounts;

/// <summary>PUT /users/{id}: roles, organisation and state count from the next request on, in every session that is open.</summary>
internal static class PutUser
{
    public static void Map(IEndpointRouteBuilder users) => users.Put("/{id:guid}", Rules.LetPeopleIn, HandleAsync)
        .Produces<UserBody>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428)
        .WithName("putUser").WithSummary("Replace what a person is and may do");

    private static Task<IResult> HandleAsync(Guid id, Body<PutUserBody> body, HttpContext http, Writes writes, TimeProvider clock) =>
        writes.RunAsync(http, session => ReplaceAsync(session, id, body.Value, http, clock.GetUtcNow()));

    private static async Task<IResult> ReplaceAsync(WriteSession session, Guid id, PutUserBody fields, HttpContext http, DateTimeOffset now)
    {
        if (await AccountStore.FindAsync(session, id) is not { State: not Account.Deleted } account)
        {
            return Problem.Of(MarketError.NotFound("user", id));
        }

        Role[] roles = [.. fields.Roles!.Select(Codes.Parse<Role>)];
        var problem = IfMatch.Check(http, account.Revision, required: true)
            ?? Granting.Refuse(Caller.Required(http), account.RoleList, roles)
            ?? await Owner.RefuseAsync(session, fields.OrganisationId);
        if (problem is not null)
        {
            return problem;
        }

        var email = AccountNames.Normalize(fields.Email!);
        if (email != account.NormalizedEmail && await AccountStore.FindByEmailAsync(session, email) is not null)
        {
            return AccountMapping.EmailTaken;
        }

        var wasAdmin = account is { State: Account.Active } && account.RoleList.Contains(Role.Admin);
        (account.Email, account.NormalizedEmail, account.DisplayName) = (fields.Email!.Trim(), email, fields.DisplayName!.Trim());
        (account.RoleList, account.OrganisationId, account.IsApprover) = (roles, fields.OrganisationId, fields.Approver is true);
        account.State = fields.State ?? account.State;
        if (wasAdmin && !(account.State == Account.Active && roles.Contains(Role.Admin)) && await AccountStore.IsLastAdminAsync(session, id))
        {
            return new Problem(409, "last-administrator", new(
                "这是最后一位在用的管理员，请先指定另一位管理员。", "This is the last active administrator; make somebody else one first."));
        }

        await AccountStore.UpdateAsync(session, account, now);
        session.Record("account.changed", "account", id, AccountStore.Rights(account));
        await ConflictChecks.FreezeAsync(session, id, session.Actor.AccountId, now);
        if (account.State != Account.Active)
        {
            await SessionStore.RevokeAllAsync(session, id, except: null, "accountDisabled", now);
        }

        return account.ToAnswer(200);
    }
}
