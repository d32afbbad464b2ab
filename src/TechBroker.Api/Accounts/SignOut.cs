using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Accounts;

/// <summary>POST /auth/logout: ends the session that the request comes in, cookie or token.</summary>
internal static class SignOut
{
    public static void Map(IEndpointRouteBuilder auth) => auth.Post("/logout", Rule.SignedIn, HandleAsync)
        .Produces(204).ProducesProblem(401)
        .WithName("logout").WithSummary("End this session");

    private static async Task<IResult> HandleAsync(HttpContext http, Database database, TimeProvider clock)
    {
        if (Caller.Required(http).SessionId is not { } id)
        {
            return new Problem(409, "no-session", new("API 密钥没有会话；不再使用请吊销该密钥。", "An API key has no session; revoke the key if it is no longer needed."));
        }

        // audit: session.revoked
        await database.WriteAsync(session => SessionStore.RevokeAsync(session, id, "signedOut", clock.GetUtcNow()), http.RequestAborted);
        Sessions.ClearCookie(http);
        return Results.NoContent();
    }
}
