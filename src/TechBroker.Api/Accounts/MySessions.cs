using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Accounts;

/// <summary>GET and DELETE /me/sessions, DELETE /me/sessions/{id}</summary>
internal static class MySessions
{
    public static void Map(IEndpointRouteBuilder me)
    {
        me.Get("/sessions", Rule.InPerson, ListAsync)
            .Produces<Page<SessionBody>>().ProducesProblem(401)
            .WithName("listSessions").WithSummary("Where the caller is signed in");
        me.Delete("/sessions/{id:guid}", Rule.InPerson, EndAsync)
            .Produces(204).ProducesProblem(401).ProducesProblem(404)
            .WithName("deleteSession").WithSummary("End one of the caller's sessions");
        me.Delete("/sessions", Rule.InPerson, EndOthersAsync)
            .Produces(204).ProducesProblem(401)
            .WithName("deleteSessions").WithSummary("End all of the caller's sessions but this one");
    }

    private static async Task<IResult> ListAsync(HttpContext http, Database database, TimeProvider clock, CancellationToken ct)
    {
        var caller = Caller.Required(http);
        var open = await database.ReadAsync(s => SessionStore.OpenOfAsync(s, caller.AccountId, clock.GetUtcNow()), ct);
        return new Answer(200, new Page<SessionBody> { Items = [.. open.Select(s => ToBody(s, caller))], Next = null });
    }

    private static Task<IResult> EndAsync(Guid id, HttpContext http, Database database, TimeProvider clock) => database.WriteAsync<IResult>(
        Caller.ActorOf(http),
        async session =>
        {
            var (caller, now) = (Caller.Required(http), clock.GetUtcNow());
            if (!(await SessionStore.OpenOfAsync(session, caller.AccountId, now)).Any(s => s.Id == id))
            {
                return Problem.Of(MarketError.NotFound("session", id));
            }

            await SessionStore.RevokeAsync(session, id, "endedByOwner", now);
            session.Record("session.revoked", "session", id, new { because = "endedByOwner", caller.AccountId });
            return Results.NoContent();
        },
        http.RequestAborted);

    private static Task<IResult> EndOthersAsync(HttpContext http, Database database, TimeProvider clock) => database.WriteAsync<IResult>(
        Caller.ActorOf(http),
        async session =>
        {
            var caller = Caller.Required(http);
            await SessionStore.RevokeAllAsync(session, caller.AccountId, caller.SessionId, "endedByOwner", clock.GetUtcNow());
            session.Record("sessions.revoked", "account", caller.AccountId, new { because = "endedByOwner" });
            return Results.NoContent();
        },
        http.RequestAborted);

    private static SessionBody ToBody(LoginSession session, Caller caller) => new()
    {
        Id = session.Id,
        Kind = session.Kind,
        CreatedAt = session.CreatedAt,
        LastSeenAt = session.LastSeenAt,
        Address = session.Address,
        UserAgent = session.UserAgent,
        Current = session.Id == caller.SessionId,
    };
}
