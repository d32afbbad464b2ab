using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;

namespace TechBroker.Api.Accounts;

/// <summary>POST /me/password: ends every other session of the person.</summary>
internal static class PostPassword
{
    public static void Map(IEndpointRouteBuilder me) => me.Post("/password", Rule.InPerson, HandleAsync)
        .Produces(204).ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(429)
        .WithName("changePassword").WithSummary("Change the own password and end all other sessions");

    private static Task<IResult> HandleAsync(Body<ChangePasswordBody> body, HttpContext http, PasswordProof proof, Passwords passwords) =>
        proof.RunAsync(http, body.Value.CurrentPassword!, async seen =>
        {
            var fault = PasswordRules.IsGuessable(body.Value.NewPassword!, seen.Email) ? Problem.Invalid([new Fault("newPassword", PasswordRules.Guessable)]) : null;
            if (fault is not null)
            {
                return (_, _, _) => Task.FromResult<IResult>(fault);
            }

            return await passwords.HashAsync(body.Value.NewPassword!, http.RequestAborted) is not { } hash ? null : async (session, account, now) =>
            {
                using var users = new Users(session, now);
                await users.SetPasswordAsync(account, hash, keep: Caller.Required(http).SessionId, "passwordChanged");
                session.Record("password.changed", "account", account.Id);
                return Results.NoContent();
            };
        });
}
