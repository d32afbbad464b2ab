using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Http;
using TechBroker.Domain;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Access;

/// <summary>The one place where the endpoints' rules are applied, before anything of the request's body is read.</summary>
internal static class AccessCheck
{
    public static async Task RunAsync(HttpContext http, RequestDelegate next)
    {
        // The framework's own answers (405 and the like) are no routes; a route that came without a rule after the start is closed.
        var endpoint = http.GetEndpoint();
        var rule = endpoint?.Metadata.GetMetadata<Rule>();
        if (rule is null && endpoint is RouteEndpoint)
        {
            throw new InvalidOperationException($"The endpoint {endpoint.DisplayName} declares no rule.");
        }

        if (rule is not null && await RefuseAsync(http, rule) is { } refused)
        {
            await refused.ExecuteAsync(http);
            return;
        }

        await next(http);
    }

    private static async Task<Problem?> RefuseAsync(HttpContext http, Rule rule)
    {
        var caller = Caller.Of(http);
        if (caller is null && !rule.IsOpen)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return new Problem(401, "not-signed-in", new(
                "请先登录；程序请在 Authorization: Bearer 中携带有效的令牌。", "Sign in first; programs send a valid token in Authorization: Bearer."));
        }

        if (rule.NeedsSession && caller is { SessionId: null })
        {
            return new Problem(403, "session-needed", new(
                "API 密钥不能执行此操作，请用账号登录后操作。", "An API key cannot do this; sign in with the account itself."));
        }

        var writes = !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method));
        if (caller is { MayWrite: false } && writes)
        {
            return new Problem(403, "key-reads-only", new("此 API 密钥只能读取，请使用可写的密钥。", "This API key may only read; use one that may write."));
        }

        Holding? holding = null;
        if (rule.Item is { } item)
        {
            var id = Guid.Parse((string)http.GetRouteValue("id")!, CultureInfo.InvariantCulture);
            var database = (Database)http.RequestServices.GetService(typeof(Database))!;
            holding = await database.ReadAsync(s => item.FindAsync(s, id, caller), http.RequestAborted);
            if (holding?.IsVisibleTo(caller) != true)
            {
                return Problem.Of(MarketError.NotFound(item.Name, id));
            }
        }

        return caller is null || rule.Allows(caller, holding)
            ? null
            : new Problem(403, "not-allowed", new(
                "您的角色或所属单位无权执行此操作；如有需要请联系管理员。", "Your role or organisation does not allow this; ask an administrator if you need it."));
    }
}
