using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TechBroker.Api.Access;
using TechBroker.Api.Accounts.Links;
using TechBroker.Api.Accounts.SecondFactor;
using TechBroker.Domain;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Accounts.External;

/// <summary>That the provider let somebody in as this account, a moment ago; the code is still missing.</summary>
internal sealed record ExternalTicket
{
    public required Guid AccountId { get; init; }

    public required string Stamp { get; init; }

    public required DateTimeOffset Until { get; init; }
}

/// <summary>The form for the code; sealed when it is sent, because encrypting has no place in a transaction.</summary>
internal sealed record CodeNeeded(ExternalTicket Ticket) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) =>
        ExternalCode.Form(200, httpContext.RequestServices.GetRequiredService<Sealed>().Seal(Ticket), ExternalCode.Ask).ExecuteAsync(httpContext);
}

/// <summary>POST /sign-in-code: a provider's word does not replace the second factor of an account that has one.</summary>
internal static class ExternalCode
{
    public const string Path = "/sign-in-code";

    private static readonly Text Title = new("两步验证", "Second factor");

    private static readonly Text Wrong = new(
        "验证码不正确或已用过，请等下一个验证码再试；连续多次输错后账号会锁定一段时间。",
        "The code is wrong or was used. Wait for the next one; after many wrong attempts the account is locked for a while.");

    public static Text Ask { get; } = new("请输入手机验证器上的六位验证码，或一个恢复码。", "Enter the six digits of the authenticator app, or a recovery code.");

    public static void Map(IEndpointRouteBuilder app) => app.Post(Path, Rule.ByLink, HandleAsync).ExcludeFromDescription();

    public static PlainPage Form(int status, string ticket, Text says) => new(status, Title, says)
    {
        Action = Path,
        Button = new("登录", "Sign in"),
        Fields = [new PageField("ticket", "hidden", default) { Value = ticket }, new PageField("code", "text", new("验证码", "Code")) { Autocomplete = "one-time-code" }],
    };

    private static async Task<IResult> HandleAsync(
        HttpContext http, Database database, Sealed sealedValues, Authenticators authenticators, Sessions sessions, AuthOptions options, TimeProvider clock)
    {
        var form = await PageForm.ReadAsync(http);
        var (text, code) = (form?["ticket"].ToString(), form?["code"].ToString() ?? "");
        if (sealedValues.Open<ExternalTicket>(text) is not { } ticket || ticket.Until < clock.GetUtcNow()
            || await database.ReadAsync(s => AccountStore.FindAsync(s, ticket.AccountId), http.RequestAborted) is not { } seen)
        {
            return new PlainPage(400, Title, new("登录已超时，请返回重新登录。", "The sign-in took too long; go back and begin again."));
        }

        var proof = authenticators.CompareEither(seen, code);
        return await database.WriteAsync<IResult>(
            Caller.ActorOf(http),
            async session =>
            {
                var now = clock.GetUtcNow();
                if (await AccountStore.FindAsync(session, ticket.AccountId) is not { State: Account.Active } account || account.SecurityStamp != ticket.Stamp || account.LockedUntil > now)
                {
                    return Form(403, text!, Wrong);
                }

                if (!await Authenticators.TakeAsync(session, account, proof, now))
                {
                    await AccountStore.FailedAsync(session, account.Id, options.LockAfter, now.AddMinutes(options.LockMinutes));
                    session.Record("signIn.refused", "account", account.Id, new { because = "wrong-code" });
                    return Form(403, text!, Wrong);
                }

                await AccountStore.SignedInAsync(session, account.Id, now);
                session.Record("signIn", "account", account.Id, new { browser = true });
                return new SignedInBrowser(await sessions.BeginForBrowserAsync(session, account.Id, http));
            },
            http.RequestAborted);
    }
}
