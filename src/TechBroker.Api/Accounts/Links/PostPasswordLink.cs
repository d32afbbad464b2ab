using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Accounts.Links;

/// <summary>
/// POST /users/{id}/password-link: for who forgot the password and proved to the centre who they are. Whoever may not make somebody an
/// administrator may not let themselves in as one either.
/// </summary>
internal static class PostPasswordLink
{
    public static void Map(IEndpointRouteBuilder users) => users.Post("/{id:guid}/password-link", Rules.LetPeopleIn, HandleAsync)
        .Produces<PasswordLinkBody>(201).ProducesProblem(401).ProducesProblem(403).ProducesProblem(404)
        .WithName("postPasswordLink").WithSummary("Make a link with which a person sets a new password; it is shown once");

    private static Task<IResult> HandleAsync(Guid id, HttpContext http, Database database, OneTimeLinks links) => database.WriteAsync<IResult>(
        Caller.ActorOf(http),
        async session =>
        {
            if (await AccountStore.FindAsync(session, id) is not { State: Account.Active } account)
            {
                return Problem.Of(MarketError.NotFound("user", id));
            }

            if (Granting.Refuse(Caller.Required(http), account.RoleList, account.RoleList) is { } refused)
            {
                return refused;
            }

            var link = await links.ForPasswordAsync(session, id);

            session.Record("passwordLink.made", "account", id);
            return new Answer(201, new PasswordLinkBody { Link = links.Address(http.Request, OneTimeLinks.ResetPath, link), ExpiresAt = link.ExpiresAt });
        },
        http.RequestAborted);
}
