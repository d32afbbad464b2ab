using Microsoft.AspNetCore.Http;
using TechBroker.Contracts.Http;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Accounts;

/// <summary>Begins sessions: a pair of tokens for a program, a cookie for a browser.</summary>
internal sealed class Sessions(AuthOptions options, TimeProvider clock)
{
    private const int LongestUserAgent = 300;

    /// <summary>__Host- binds the cookie to this host and to TLS; browsers refuse the name without TLS.</summary>
    public static string CookieName(HttpRequest request) => request.IsHttps ? "__Host-techbroker" : "techbroker-session";

    public async Task<TokensBody> BeginForProgramAsync(WriteSession session, Guid accountId, HttpContext http)
    {
        var (access, refresh) = (Secrets.New(Secrets.Access), Secrets.New(Secrets.Refresh));
        var now = clock.GetUtcNow();
        await SessionStore.InsertAsync(session, New(accountId, LoginSession.Program, access, http, now, now.AddMinutes(options.AccessMinutes), now.AddDays(options.ProgramDays)) with
        {
            RefreshHash = Secrets.Hash(refresh),
        });
        return new TokensBody { AccessToken = access, RefreshToken = refresh, ExpiresIn = options.AccessMinutes * 60 };
    }

    /// <returns>The cookie's value.</returns>
    public async Task<string> BeginForBrowserAsync(WriteSession session, Guid accountId, HttpContext http)
    {
        var access = Secrets.New(Secrets.Access);
        var now = clock.GetUtcNow();
        await SessionStore.InsertAsync(session, New(accountId, LoginSession.Browser, access, http, now, now.AddMinutes(options.BrowserIdleMinutes), now.AddDays(options.BrowserDays)));
        return access;
    }

    public static void SetCookie(HttpContext http, string value) => http.Response.Cookies.Append(CookieName(http.Request), value, CookieOptions(http));

    public static void ClearCookie(HttpContext http) => http.Response.Cookies.Delete(CookieName(http.Request), CookieOptions(http));

    // Lax, not Strict: a link in a mail should not land on the sign-in page. What changes anything also needs the antiforgery token.
    private static CookieOptions CookieOptions(HttpContext http) => new()
    {
        HttpOnly = true,
        Secure = http.Request.IsHttps,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        IsEssential = true,
    };

    private static LoginSession New(Guid accountId, string kind, string access, HttpContext http, DateTimeOffset now, DateTimeOffset accessExpiresAt, DateTimeOffset endsAt) => new()
    {
        Id = Guid.NewGuid(),
        AccountId = accountId,
        Kind = kind,
        AccessHash = Secrets.Hash(access),
        AccessExpiresAt = accessExpiresAt,
        EndsAt = endsAt,
        CreatedAt = now,
        LastSeenAt = now,
        Address = http.Connection.RemoteIpAddress?.ToString(),
        UserAgent = http.Request.Headers.UserAgent.ToString() is { Length: > 0 } agent ? agent[..Math.Min(agent.Length, LongestUserAgent)] : null,
    };
}
