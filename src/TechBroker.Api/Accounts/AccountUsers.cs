using Microsoft.AspNetCore.Identity;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Accounts;

/// <summary>ASP.NET Core Identity's store over the tables, inside one transaction.</summary>
internal sealed class AccountUsers(WriteSession session, DateTimeOffset now)
    : IUserSecurityStampStore<Account>, IUserTwoFactorStore<Account>, IUserTwoFactorRecoveryCodeStore<Account>, IUserLoginStore<Account>
{
    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString("D"));

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken)
    {
        user.Email = userName!;
        return Task.CompletedTask;
    }

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.NormalizedEmail);

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken)
    {
        user.NormalizedEmail = normalizedName!;
        return Task.CompletedTask;
    }

    public async Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken)
    {
        await AccountStore.InsertAsync(session, user);
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) =>
        await AccountStore.UpdateAsync(session, user, now) ? IdentityResult.Success : IdentityResult.Failed(new IdentityErrorDescriber().ConcurrencyFailure());

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("An account is disabled, not deleted: what it did stays.");

    public Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) => AccountStore.FindAsync(session, Guid.ParseExact(userId, "D"));

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => AccountStore.FindByEmailAsync(session, normalizedUserName);

    public Task<string?> GetSecurityStampAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public Task SetSecurityStampAsync(Account user, string stamp, CancellationToken cancellationToken)
    {
        user.SecurityStamp = stamp;
        return Task.CompletedTask;
    }

    public Task<bool> GetTwoFactorEnabledAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.SecondFactor);

    public Task SetTwoFactorEnabledAsync(Account user, bool enabled, CancellationToken cancellationToken)
    {
        user.SecondFactor = enabled;
        return Task.CompletedTask;
    }

    public Task ReplaceCodesAsync(Account user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        RecoveryCodeStore.ReplaceAsync(session, user.Id, recoveryCodes.Select(Secrets.Hash));

    public Task<bool> RedeemCodeAsync(Account user, string code, CancellationToken cancellationToken) =>
        RecoveryCodeStore.TakeAsync(session, user.Id, Secrets.Hash(code));

    public Task<int> CountCodesAsync(Account user, CancellationToken cancellationToken) => RecoveryCodeStore.CountAsync(session, user.Id);

    public Task AddLoginAsync(Account user, UserLoginInfo login, CancellationToken cancellationToken) => ExternalLoginStore.InsertAsync(session, new ExternalLogin
    {
        Provider = login.LoginProvider,
        Subject = login.ProviderKey,
        AccountId = user.Id,
        CreatedAt = now,
    });

    public Task RemoveLoginAsync(Account user, string loginProvider, string providerKey, CancellationToken cancellationToken) =>
        ExternalLoginStore.DeleteAsync(session, user.Id, loginProvider, providerKey);

    public async Task<IList<UserLoginInfo>> GetLoginsAsync(Account user, CancellationToken cancellationToken) =>
        [.. (await ExternalLoginStore.OfAsync(session, user.Id)).Select(l => new UserLoginInfo(l.Provider, l.Subject, null))];

    public async Task<Account?> FindByLoginAsync(string loginProvider, string providerKey, CancellationToken cancellationToken) =>
        await ExternalLoginStore.FindAsync(session, loginProvider, providerKey) is { } login ? await AccountStore.FindAsync(session, login.AccountId) : null;

    public void Dispose()
    {
        // The session belongs to the transaction.
    }
}
