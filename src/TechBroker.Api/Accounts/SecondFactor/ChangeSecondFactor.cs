using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechBroker.Api.Access;
using TechBroker.Api.Http;
using TechBroker.Contracts.Http;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Accounts.SecondFactor;

/// <summary>POST /me/second-factor, …/confirm, DELETE /me/second-factor, POST /me/recovery-codes</summary>
internal static class ChangeSecondFactor
{
    private const int Codes = 10;

    private static readonly Problem WrongCode = new(403, "wrong-code", new(
        "验证码不正确或已用过，请等下一个验证码再试，并检查手机时间。", "The code is wrong or was used; wait for the next one, and check the phone's clock."));

    private static readonly Problem AlreadyOn = new(409, "second-factor-on", new("已启用两步验证；更换手机请先停用。", "The second factor is on; to change the phone, turn it off first."));
    private static readonly Problem NotOn = new(409, "second-factor-off", new("尚未启用两步验证。", "The second factor is not on."));

    public static void Map(IEndpointRouteBuilder me)
    {
        me.Post("/second-factor", Rule.InPerson, BeginAsync)
            .Produces<SecondFactorSecretBody>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(409).ProducesProblem(429)
            .WithName("beginSecondFactor").WithSummary("Get a secret for an authenticator app");
        me.Post("/second-factor/confirm", Rule.InPerson, ConfirmAsync)
            .Produces<RecoveryCodesBody>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(409)
            .WithName("confirmSecondFactor").WithSummary("Turn the second factor on and get recovery codes");
        me.Delete("/second-factor", Rule.InPerson, TurnOffAsync)
            .Produces(204).ProducesProblem(400).ProducesProblem(403).ProducesProblem(409).ProducesProblem(429)
            .WithName("deleteSecondFactor").WithSummary("Turn the second factor off");
        me.Post("/recovery-codes", Rule.InPerson, RenewCodesAsync)
            .Produces<RecoveryCodesBody>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(409).ProducesProblem(429)
            .WithName("renewRecoveryCodes").WithSummary("Get new recovery codes instead of the old ones");
    }

    private static Task<IResult> BeginAsync(Body<BeginSecondFactorBody> body, HttpContext http, PasswordProof proof, Authenticators authenticators) =>
        proof.RunAsync(http, body.Value.Password!, seen =>
        {
            var key = RandomNumberGenerator.GetBytes(Totp.KeyBytes);
            var encrypted = authenticators.Encrypt(seen.Id, key);
            return Task.FromResult<ProvenUseCase?>(async (session, account, now) =>
            {
                if (account.SecondFactor)
                {
                    return AlreadyOn;
                }

                account.AuthenticatorKey = encrypted;
                await AccountStore.UpdateAsync(session, account, now);
                return new Answer(200, new SecondFactorSecretBody { Secret = Totp.Base32(key), Uri = Totp.Uri(account.Email, key) });
            });
        });

    private static async Task<IResult> ConfirmAsync(Body<ConfirmSecondFactorBody> body, HttpContext http, Database database, Authenticators authenticators, TimeProvider clock)
    {
        var id = Caller.Required(http).AccountId;
        var seen = await database.ReadAsync(s => AccountStore.FindAsync(s, id), http.RequestAborted);
        var given = authenticators.Compare(seen!, body.Value.Code, null);
        return await database.WriteAsync(Caller.ActorOf(http), session => TurnOnAsync(session, seen!, given, clock.GetUtcNow()), http.RequestAborted);
    }

    private static async Task<IResult> TurnOnAsync(WriteSession session, Account seen, FactorProof given, DateTimeOffset now)
    {
        if (await AccountStore.FindAsync(session, seen.Id) is not { SecondFactor: false } account)
        {
            return AlreadyOn;
        }

        if (account.AuthenticatorKey is null || account.AuthenticatorKey != seen.AuthenticatorKey || !await Authenticators.TakeAsync(session, account, given, now))
        {
            return WrongCode;
        }

        using var users = new Users(session, now);
        Users.Require(await users.SetTwoFactorEnabledAsync(account, true));
        session.Record("secondFactor.on", "account", account.Id);
        return await NewCodesAsync(users, account);
    }

    private static Task<IResult> TurnOffAsync(Body<ProveSecondFactorBody> body, HttpContext http, PasswordProof proof, Authenticators authenticators, AuthOptions options) =>
        WithBothAsync(body.Value, http, proof, authenticators, options, async (session, account, now) =>
        {
            account.AuthenticatorKey = null;
            using var users = new Users(session, now);
            Users.Require(await users.SetTwoFactorEnabledAsync(account, false));
            await RecoveryCodeStore.ReplaceAsync(session, account.Id, []);
            session.Record("secondFactor.off", "account", account.Id);
            return Results.NoContent();
        });

    private static Task<IResult> RenewCodesAsync(Body<ProveSecondFactorBody> body, HttpContext http, PasswordProof proof, Authenticators authenticators, AuthOptions options) =>
        WithBothAsync(body.Value, http, proof, authenticators, options, async (session, account, now) =>
        {
            using var users = new Users(session, now);
            session.Record("recoveryCodes.renewed", "account", account.Id);
            return await NewCodesAsync(users, account);
        });

    private static Task<IResult> WithBothAsync(
        ProveSecondFactorBody body, HttpContext http, PasswordProof proof, Authenticators authenticators, AuthOptions options, ProvenUseCase useCase) =>
        proof.RunAsync(http, body.Password!, seen =>
        {
            var given = authenticators.CompareEither(seen, body.Code!);
            return Task.FromResult<ProvenUseCase?>(async (session, account, now) =>
            {
                if (!account.SecondFactor)
                {
                    return NotOn;
                }

                if (!await Authenticators.TakeAsync(session, account, given, now))
                {
                    await AccountStore.FailedAsync(session, account.Id, options.LockAfter, now.AddMinutes(options.LockMinutes));
                    session.Record("code.refused", "account", account.Id);
                    return WrongCode;
                }

                return await useCase(session, account, now);
            });
        });

    private static async Task<Answer> NewCodesAsync(Users users, Account account) =>
        new(200, new RecoveryCodesBody { RecoveryCodes = [.. (await users.GenerateNewTwoFactorRecoveryCodesAsync(account, Codes))!] });
}
