using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Accounts;
using TechBroker.Api.Http;
using TechBroker.Api.Validation;
using TechBroker.Contracts.Http;
using TechBroker.Storage;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Privacy;

/// <summary>PUT /me: name and e-mail address (PIPL art. 46). The address takes the password as well: whoever has it can set a new password.</summary>
internal static class PutMe
{
    public static void Map(IEndpointRouteBuilder me) => me.Put("", Rule.InPerson, HandleAsync)
        .Produces<MeBody>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428).ProducesProblem(429)
        .WithName("putMe").WithSummary("Correct one's own name and e-mail address")
        .WithDescription("The name tells those one works with here whom they deal with; the address signs one in. Purposes, legal basis and retention: /privacy.");

    private static async Task<IResult> HandleAsync(Body<PutMeBody> body, HttpContext http, Database database, Writes writes, PasswordProof proof, TimeProvider clock)
    {
        var id = Caller.Required(http).AccountId;
        var email = AccountNames.Normalize(body.Value.Email!);
        var known = await database.ReadAsync(s => AccountStore.FindAsync(s, id), http.RequestAborted);
        if (known?.NormalizedEmail == email)
        {
            return await writes.RunAsync(http, session => CorrectAsync(session, id, body.Value, email, proven: false, http, clock.GetUtcNow()));
        }

        return known?.PasswordHash is null
            ? PasswordProof.NoPassword
            : await proof.RunAsync(
                http,
                body.Value.Password ?? "",
                _ => Task.FromResult<ProvenUseCase?>((session, _, now) => CorrectAsync(session, id, body.Value, email, proven: true, http, now)),
                work => writes.RunAsync(http, work));
    }

    private static async Task<IResult> CorrectAsync(WriteSession session, Guid id, PutMeBody body, string email, bool proven, HttpContext http, DateTimeOffset now)
    {
        var account = (await AccountStore.FindAsync(session, id))!;
        if (IfMatch.Check(http, account.Revision, required: true) is { } stale)
        {
            return stale;
        }

        var moves = email != account.NormalizedEmail;
        if (moves && (!proven || await AccountStore.FindByEmailAsync(session, email) is not null))
        {
            return AccountMapping.EmailTaken;
        }

        string[] corrected = [.. moves ? ["email"] : Array.Empty<string>(), .. account.DisplayName != body.DisplayName!.Trim() ? ["displayName"] : Array.Empty<string>()];
        (account.Email, account.NormalizedEmail, account.DisplayName) = (body.Email!.Trim(), email, body.DisplayName.Trim());
        account.SecurityStamp = moves ? Guid.NewGuid().ToString("N") : account.SecurityStamp;
        await AccountStore.UpdateAsync(session, account, now);
        await IdempotentAnswerStore.ForgetAboutAsync(session, id);
        session.Record("account.corrected", "account", id, new { corrected });
        return await GetMe.AnswerAsync(session, account, http);
    }
}

internal sealed class PutMeValidator : AbstractValidator<PutMeBody>
{
    public PutMeValidator()
    {
        RuleFor(m => m.DisplayName).Required("姓名", "The name");
        RuleFor(m => m.DisplayName).PlainText(100);
        RuleFor(m => m.Email).Required("邮箱", "The e-mail address");
        RuleFor(m => m.Email).EmailAddress();
        RuleFor(m => m.Password).Must(p => p is null || p.Length <= PasswordRules.Longest).Says("密码过长。", "The password is too long.");
    }
}
