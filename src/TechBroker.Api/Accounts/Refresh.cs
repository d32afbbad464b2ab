using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Accounts;

/// <summary>
/// POST /auth/refresh: both tokens are exchanged for new ones. A refresh token works once; when it comes a second time, one of the two who
/// brought it has stolen it, and the session ends for both (RFC 9700, 4.14.2).
/// </summary>
internal static class Refresh
{
    private static readonly Problem Refused = new(401, "refresh-refused", new(
        "刷新令牌无效、已过期或已被使用过，请重新登录。", "The refresh token is unknown, has ended or was used before; sign in again."));

    public static void Map(IEndpointRouteBuilder auth) => auth.Post("/refresh", Rule.Anyone, HandleAsync)
        .Produces<TokensBody>().ProducesProblem(400).ProducesProblem(401)
        .WithName("refresh").WithSummary("Exchange both tokens for new ones");

    private static Task<IResult> HandleAsync(Body<RefreshBody> body, HttpContext http, Database database, AuthOptions options, TimeProvider clock) =>
        database.WriteAsync(session => ExchangeAsync(session, Secrets.Hash(body.Value.RefreshToken!), options, clock.GetUtcNow()), http.RequestAborted);

    private static async Task<IResult> ExchangeAsync(WriteSession session, string hash, AuthOptions options, DateTimeOffset now)
    {
        if (await SessionStore.FindBySpentAsync(session, hash) is { } stolen)
        {
            await SessionStore.RevokeAsync(session, stolen.Id, "refreshTokenReused", now);

            // audit: session.token-reused
            return Refused;
        }

        if (await SessionStore.FindByRefreshAsync(session, hash) is not { RevokedAt: null } login
            || login.EndsAt <= now
            || await AccountStore.FindAsync(session, login.AccountId) is not { State: Account.Active })
        {
            return Refused;
        }

        var (access, refresh) = (Secrets.New(Secrets.Access), Secrets.New(Secrets.Refresh));
        var accessExpiresAt = now.AddMinutes(options.AccessMinutes) is var until && until < login.EndsAt ? until : login.EndsAt;
        await SessionStore.RotateAsync(session, login, Secrets.Hash(access), accessExpiresAt, Secrets.Hash(refresh), now);
        return new Answer(200, new TokensBody { AccessToken = access, RefreshToken = refresh, ExpiresIn = (int)(accessExpiresAt - now).TotalSeconds });
    }
}
