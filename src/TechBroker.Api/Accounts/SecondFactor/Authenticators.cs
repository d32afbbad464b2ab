using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Accounts.SecondFactor;

/// <summary>What was given as second factor, already compared with the clock: reading the secret has no place in a transaction.</summary>
/// <param name="Step">The time step of a right code.</param>
/// <param name="RecoveryCode">Not looked up yet.</param>
internal sealed record FactorProof(long? Step, string? RecoveryCode);

/// <summary>The secrets of authenticator apps, encrypted with this installation's keys and bound to their account.</summary>
internal sealed class Authenticators(IDataProtectionProvider protection, TimeProvider clock)
{
    public string Encrypt(Guid accountId, byte[] key) => Convert.ToBase64String(For(accountId).Protect(key));

    /// <param name="account">Its secret need not be confirmed yet.</param>
    /// <param name="code">Six digits.</param>
    /// <param name="recoveryCode">Instead.</param>
    /// <exception cref="CryptographicException">The folder of keys was lost or exchanged.</exception>
    public FactorProof Compare(Account account, string? code, string? recoveryCode) => new(
        code is not null && account.AuthenticatorKey is { } encrypted
            ? Totp.StepOf(For(account.Id).Unprotect(Convert.FromBase64String(encrypted)), code, clock.GetUtcNow())
            : null,
        recoveryCode?.Trim().ToLowerInvariant());

    /// <summary>The same where one field takes either.</summary>
    public FactorProof CompareEither(Account account, string given) => given.Trim().Length <= 8 ? Compare(account, given, null) : Compare(account, null, given);

    /// <summary>Uses the code up.</summary>
    /// <returns>False where it is wrong or was used.</returns>
    public static async Task<bool> TakeAsync(WriteSession session, Account account, FactorProof proof, DateTimeOffset now)
    {
        if (proof.Step is { } step)
        {
            return await AccountStore.TakeTotpStepAsync(session, account.Id, step);
        }

        if (proof.RecoveryCode is null)
        {
            return false;
        }

        using var users = new Users(session, now);
        if (!(await users.RedeemTwoFactorRecoveryCodeAsync(account, proof.RecoveryCode)).Succeeded)
        {
            return false;
        }

        session.Record("recoveryCode.used", "account", account.Id);
        return true;
    }

    private IDataProtector For(Guid accountId) => protection.CreateProtector("TechBroker.SecondFactor", accountId.ToString("D"));
}
