using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Storage.Notices;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Accounts.Links;

/// <summary>
/// POST /auth/forgot: a link for a new password, by mail. Known and unknown addresses get the same answer after the same work, one row each; who
/// sends mails finds out later whether there is anybody to write to.
/// </summary>
internal sealed class ForgotPassword(Database database, Refusals refusals, MailedLinks mail, TimeProvider clock)
{
    private static readonly Problem Off = new(409, "mail-off", new(
        "本系统未开通邮件，请向中心工作人员索取密码链接。", "This installation sends no mail; ask the centre for a link to set a password."));

    public static void Map(IEndpointRouteBuilder auth) => auth
        .Post("/forgot", Rule.Anyone, (Body<ForgotPasswordBody> body, HttpContext http, ForgotPassword forgot) => forgot.RunAsync(body.Value.Email!, http))
        .Produces(202).ProducesProblem(400).ProducesProblem(409).ProducesProblem(429)
        .WithName("forgotPassword").WithSummary("Ask for a link to set a new password by mail; the answer is the same whether the address is known or not");

    private async Task<IResult> RunAsync(string email, HttpContext http)
    {
        if (!mail.On)
        {
            return Off;
        }

        // Each of them counts like a refused sign-in: who tries address after address learns nothing and is stopped all the same.
        var address = http.Connection.RemoteIpAddress?.ToString() ?? "";
        if (refusals.WaitOf(address) is { } seconds)
        {
            return SignIn.TooMany(seconds);
        }

        refusals.Add(address);
        var account = await database.ReadAsync(s => AccountStore.FindByEmailAsync(s, AccountNames.Normalize(email)), http.RequestAborted);
        return await database.WriteAsync(Caller.ActorOf(http), session => AskAsync(session, account?.Id), http.RequestAborted);
    }

    // Never the address that was typed: only whom it belongs to, if anybody.
    private async Task<IResult> AskAsync(WriteSession session, Guid? accountId)
    {
        var now = clock.GetUtcNow();
        await DeliveryStore.InsertAsync(
            session, new Delivery { Id = Guid.NewGuid(), Channel = Delivery.Mail, AccountId = accountId, Kind = Delivery.Password, NextAttemptAt = now, CreatedAt = now });
        session.Record("passwordLink.asked", "account", accountId);
        return Results.StatusCode(StatusCodes.Status202Accepted);
    }
}

/// <param name="On">Mails go, and it is known where the links lead: what a request calls the server may be somebody else's address.</param>
public sealed record MailedLinks(bool On);
