using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Domain.People;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Accounts;

/// <summary>
/// Finds out who calls: by bearer token or API key in Authorization, else by the browser's cookie. A token that is no good is refused even
/// where anyone may pass, so that a program notices; a cookie that is no good is an anonymous visitor.
/// </summary>
internal sealed class CallerAuthentication(Database database, AuthOptions options, TimeProvider clock)
{
    // Writing down every request would make readers writers.
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    public async Task RunAsync(HttpContext http, RequestDelegate next)
    {
        if (await IdentifyAsync(http) is { } refused)
        {
            await refused.ExecuteAsync(http);
            return;
        }

        await next(http);
    }

    /// <summary>For answers that last: whether the caller is still signed in, with the rights that the answer began with.</summary>
    public async Task<bool> IsStillAsync(HttpContext http)
    {
        var before = Caller.Required(http);
        var secret = http.Request.Headers.Authorization.ToString() is { Length: > 0 } header
            ? header["Bearer ".Length..].Trim()
            : http.Request.Cookies[Sessions.CookieName(http.Request)] ?? "";
        return await FindAsync(secret, http) is { } holder
            && holder.OrganisationId == before.OrganisationId
            && StoredJson.Read<Role[]>(holder.Roles).SequenceEqual(before.Roles);
    }

    private async Task<Problem?> IdentifyAsync(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        if (header.Length > 0)
        {
            if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) || await FindAsync(header["Bearer ".Length..].Trim(), http) is not { Via: not LoginSession.Browser } holder)
            {
                http.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
                return new Problem(401, "invalid-token", new(
                    "令牌无效或已过期，请重新登录或刷新令牌。", "The token is unknown, has expired or was revoked; refresh it or sign in again."));
            }

            SetCaller(http, holder);
            return null;
        }

        if (http.GetEndpoint()?.Metadata.GetMetadata<Rule>() is { IgnoresCookie: true })
        {
            return null;
        }

        if (http.Request.Cookies[Sessions.CookieName(http.Request)] is { } cookie && await FindAsync(cookie, http) is { Via: LoginSession.Browser } visitor)
        {
            SetCaller(http, visitor);
            return await CheckForgeryAsync(http);
        }

        return null;
    }

    private async Task<SignedIn?> FindAsync(string secret, HttpContext http)
    {
        var (hash, now) = (Secrets.Hash(secret), clock.GetUtcNow());
        var isKey = secret.StartsWith(Secrets.ApiKey, StringComparison.Ordinal);
        if (await database.ReadAsync(s => isKey ? ApiKeyStore.FindHolderAsync(s, hash, now) : SessionStore.FindByAccessAsync(s, hash, now), http.RequestAborted) is not { } holder)
        {
            return null;
        }

        if (holder is { SessionId: { } id, LastSeenAt: { } seen } && seen + SeenEvery < now)
        {
            await database.WriteAsync(s => SessionStore.SeenAsync(s, id, now, now.AddMinutes(options.BrowserIdleMinutes)), http.RequestAborted);
        }

        if (holder is { ApiKeyId: { } key } && (holder.LastSeenAt is not { } used || used + SeenEvery < now))
        {
            await database.WriteAsync(s => ApiKeyStore.UsedAsync(s, key, now), http.RequestAborted);
        }

        return holder;
    }

    private static void SetCaller(HttpContext http, SignedIn holder)
    {
        http.Features.Set(new Caller
        {
            AccountId = holder.AccountId,
            DisplayName = holder.DisplayName,
            Roles = StoredJson.Read<Role[]>(holder.Roles),
            OrganisationId = holder.OrganisationId,
            IsApprover = holder.IsApprover,
            SessionId = holder.SessionId,
            Via = holder.Via,
            MayWrite = holder.Scope is null or "write",
            Address = http.Connection.RemoteIpAddress?.ToString(),
        });

        // The antiforgery token is bound to this name.
        http.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, holder.AccountId.ToString("D"))], "session"));
    }

    private static async Task<Problem?> CheckForgeryAsync(HttpContext http)
    {
        var reads = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);

        // Without the header antiforgery would look for the token in the form, which may be an upload of many megabytes.
        return reads || (http.Request.Headers.ContainsKey(GetAntiforgery.Header) && await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
            ? null
            : new Problem(403, "antiforgery", new(
                $"页面缺少或使用了过期的防伪令牌，请刷新页面后重试（{GetAntiforgery.Header}）。",
                $"The antiforgery token is missing or out of date; reload the page and try again ({GetAntiforgery.Header}, from GET /api/v1/auth/antiforgery)."));
    }
}
