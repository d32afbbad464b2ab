using Microsoft.AspNetCore.Http;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;

namespace TechBroker.Api.Accounts.Links;

/// <summary>Makes links that work once. Only the hash of the token is stored; where a link is shown it is shown once.</summary>
internal sealed class OneTimeLinks(AuthOptions options, TimeProvider clock)
{
    public const string ResetPath = "/reset-password", FirstAdministratorPath = "/first-administrator";

    /// <summary>For somebody who has an account: an hour. Earlier links of that person are worth nothing from now on.</summary>
    public Task<IssuedLink> ForPasswordAsync(WriteSession session, Guid accountId) =>
        IssueAsync(session, OneTimeLink.Password, accountId, clock.GetUtcNow().AddMinutes(options.LinkMinutes));

    /// <summary>The whole address, for a mail: it does not depend on what a request calls the server.</summary>
    /// <exception cref="InvalidOperationException">Auth:PublicAddress is not set.</exception>
    public async Task<string> MakeAddressAsync(WriteSession session, Guid accountId) => Address(
        options.PublicAddress ?? throw new InvalidOperationException("Auth:PublicAddress is not set."), ResetPath, await ForPasswordAsync(session, accountId));

    /// <summary>For somebody who was just added and may be away: days.</summary>
    public Task<IssuedLink> ForNewPersonAsync(WriteSession session, Guid accountId) =>
        IssueAsync(session, OneTimeLink.Password, accountId, clock.GetUtcNow().AddDays(options.InvitationDays));

    /// <summary>Until it is used or the next one is made, at the next start.</summary>
    public Task<IssuedLink> ForFirstAdministratorAsync(WriteSession session) =>
        IssueAsync(session, OneTimeLink.FirstAdministrator, null, DateTimeOffset.MaxValue);

    /// <summary>As the person is to open it.</summary>
    public string Address(HttpRequest request, string path, IssuedLink link) => Address($"{request.Scheme}://{request.Host}", path, link);

    /// <param name="origin">Where the server is reached, unless the operator says otherwise.</param>
    /// <param name="path">One of the pages.</param>
    /// <param name="link">The link.</param>
    public string Address(string origin, string path, IssuedLink link) => $"{(options.PublicAddress ?? origin).TrimEnd('/')}{path}?token={link.Token}";

    private async Task<IssuedLink> IssueAsync(WriteSession session, string purpose, Guid? accountId, DateTimeOffset expiresAt)
    {
        var token = Secrets.New(Secrets.Link);
        await OneTimeLinkStore.ReplaceAsync(session, new OneTimeLink
        {
            Hash = Secrets.Hash(token),
            Purpose = purpose,
            AccountId = accountId,
            CreatedAt = clock.GetUtcNow(),
            ExpiresAt = expiresAt,
        });
        return new IssuedLink(token, expiresAt);
    }
}

internal sealed record IssuedLink(string Token, DateTimeOffset ExpiresAt);
