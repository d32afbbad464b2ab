using System.Net.Http.Headers;
using TechBroker.Api.Accounts;
using TechBroker.Domain.People;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;

namespace TechBroker.IntegrationTests.Support;

/// <summary>Somebody with an account and an open session, put straight into the database: hashing a password for each test would take minutes.</summary>
internal sealed record Person(Guid Id, string Email, string Token, Guid? OrganisationId)
{
    public static async Task<Person> AddAsync(Database database, Guid? organisationId, params Role[] roles)
    {
        var (id, token, now) = (Guid.NewGuid(), Secrets.New(Secrets.Access), DateTimeOffset.UtcNow);
        var email = $"{id:N}@example.com";
        await database.WriteAsync(
            async session =>
            {
                await AccountStore.InsertAsync(session, new Account
                {
                    Id = id,
                    Email = email,
                    NormalizedEmail = AccountNames.Normalize(email),
                    DisplayName = string.Join(" and ", roles),
                    SecurityStamp = "",
                    RoleList = roles,
                    OrganisationId = organisationId,
                    CreatedAt = now,
                    UpdatedAt = now,
                });
                await SessionStore.InsertAsync(session, new LoginSession
                {
                    Id = Guid.NewGuid(),
                    AccountId = id,
                    Kind = LoginSession.Program,
                    AccessHash = Secrets.Hash(token),
                    AccessExpiresAt = now.AddDays(1),
                    EndsAt = now.AddDays(1),
                    CreatedAt = now,
                    LastSeenAt = now,
                });
            },
            CancellationToken.None);
        return new Person(id, email, token, organisationId);
    }

    /// <summary>A client that sends the person's token and asks for English.</summary>
    public HttpClient Client(Uri address)
    {
        var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        return client;
    }
}
