using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging.Abstractions;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Accounts;

/// <summary>
/// ASP.NET Core Identity inside one transaction: stamps, the second factor's switch, recovery codes, external logins. Three of its parts are
/// not used. It hashes a password in the call that saves it, which would stop all writers for 100 ms: hashes come ready-made. It counts
/// failures by reading, adding and saving, which loses simultaneous ones: <see cref="AccountStore.FailedAsync"/> adds in the database. Its
/// authenticator accepts five time steps and each code as often as it comes: see <see cref="SecondFactor.Totp"/>.
/// </summary>
internal sealed class Users(WriteSession session, DateTimeOffset now) : UserManager<Account>(
    new AccountUsers(session, now),
    Microsoft.Extensions.Options.Options.Create(new IdentityOptions()),
    Hasher,
    [],
    [],
    new Names(),
    new IdentityErrorDescriber(),
    null!,
    NullLogger<UserManager<Account>>.Instance)
{
    private static readonly PasswordHasher<Account> Hasher = new();

    /// <summary>Sets a new password: links made before are worthless, sessions end except the one that is named, and credentials have a new stamp.</summary>
    /// <param name="account">As it stands in the database.</param>
    /// <param name="hash">Of the new password.</param>
    /// <param name="keep">The session that goes on.</param>
    /// <param name="because">Why the others end.</param>
    public async Task SetPasswordAsync(Account account, string hash, Guid? keep, string because)
    {
        account.PasswordHash = hash;
        Require(await UpdateSecurityStampAsync(account));
        await OneTimeLinkStore.DropAsync(session, OneTimeLink.Password, account.Id);
        await SessionStore.RevokeAllAsync(session, account.Id, keep, because, now);
    }

    /// <exception cref="InvalidOperationException">It was refused, which cannot be: the account was read in the same transaction.</exception>
    public static void Require(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(" ", result.Errors.Select(e => e.Description)));
        }
    }

    // Identity's codes have 47 bits, few enough to be tried out against a stolen SHA-256; these have 96.
    protected override string CreateTwoFactorRecoveryCode() => Secrets.Readable();

    private sealed class Names : ILookupNormalizer
    {
        public string? NormalizeName(string? name) => name is null ? null : AccountNames.Normalize(name);

        public string? NormalizeEmail(string? email) => NormalizeName(email);
    }
}
