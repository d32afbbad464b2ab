using TechBroker.Api.Accounts;
using TechBroker.Domain.Organisations;
using TechBroker.Domain.People;
using TechBroker.IntegrationTests.Support;
using TechBroker.Storage.Market;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;

namespace TechBroker.IntegrationTests.Access;

/// <summary>One of each kind of caller, their colleagues, and others with whom they have nothing to do.</summary>
internal sealed record Callers(IReadOnlyDictionary<string, Person?> ByName, IReadOnlyDictionary<Guid, Person> ColleagueOf, Person Other, Person Third, Person OtherManager)
{
    public const string Anonymous = "anonymous", Unattached = "unattached", ReadKey = "read key";

    /// <summary>Whoever is neither an owner nor of the centre.</summary>
    public static readonly string[] Outsiders = [Anonymous, "provider", "seeker", Unattached, ReadKey];

    public static readonly string[] All = [.. Outsiders, "manager", "organiser", "admin"];

    public static async Task<Callers> AddAsync(Database database)
    {
        var (university, enterprise, centre, rival) = (
            await OrganisationAsync(database, OrganisationKind.University), await OrganisationAsync(database, OrganisationKind.Enterprise),
            await OrganisationAsync(database, OrganisationKind.Agency), await OrganisationAsync(database, OrganisationKind.Enterprise));
        Task<Person> PersonAsync(Guid? organisation, params Role[] roles) => Person.AddAsync(database, organisation, roles);
        return new Callers(
            new Dictionary<string, Person?>
            {
                [Anonymous] = null,
                ["provider"] = await PersonAsync(university, Role.Provider),
                ["seeker"] = await PersonAsync(enterprise, Role.Seeker),
                ["manager"] = await PersonAsync(centre, Role.Manager),
                ["organiser"] = await PersonAsync(centre, Role.Organiser),
                ["admin"] = await PersonAsync(centre, Role.Admin),
                [Unattached] = await PersonAsync(null, Role.Provider, Role.Seeker),
                [ReadKey] = await WithKeyAsync(database, await PersonAsync(university, Role.Provider)),
            },
            new Dictionary<Guid, Person>
            {
                [university] = await PersonAsync(university, Role.Provider),
                [enterprise] = await PersonAsync(enterprise, Role.Seeker),
                [centre] = await PersonAsync(centre, Role.Manager),
            },
            await PersonAsync(rival, Role.Provider, Role.Seeker),
            await PersonAsync(await OrganisationAsync(database, OrganisationKind.Institute), Role.Provider, Role.Seeker),
            await PersonAsync(null, Role.Manager));
    }

    public static async Task<Guid> OrganisationAsync(Database database, OrganisationKind kind)
    {
        var id = Guid.NewGuid();
        var organisation = new Organisation
        {
            Id = id,
            Revision = 1,
            Name = $"单位{id:N}",
            Kind = kind,
            RegionCode = "110000",
            CreatedAt = DateTimeOffset.UtcNow,
            UpdatedAt = DateTimeOffset.UtcNow,
        };
        await database.WriteAsync(s => OrganisationStore.InsertAsync(s, organisation), CancellationToken.None);
        return id;
    }

    /// <summary>The same person as a program with a key that only reads.</summary>
    private static async Task<Person> WithKeyAsync(Database database, Person person)
    {
        var (key, now) = (Secrets.New(Secrets.ApiKey), DateTimeOffset.UtcNow);
        await database.WriteAsync(
            s => ApiKeyStore.InsertAsync(s, new ApiKey
            {
                Id = Guid.NewGuid(),
                AccountId = person.Id,
                Name = "读取",
                Hash = Secrets.Hash(key),
                Scope = ApiKey.Read,
                CreatedAt = now,
                ExpiresAt = now.AddDays(1),
            }),
            CancellationToken.None);
        return person with { Token = key };
    }

    /// <summary>The same person in one more session, for requests that end it.</summary>
    public static async Task<Person> AgainAsync(Database database, Person person)
    {
        var (token, now) = (Secrets.New(Secrets.Access), DateTimeOffset.UtcNow);
        await database.WriteAsync(
            s => SessionStore.InsertAsync(s, new LoginSession
            {
                Id = Guid.NewGuid(),
                AccountId = person.Id,
                Kind = LoginSession.Program,
                AccessHash = Secrets.Hash(token),
                AccessExpiresAt = now.AddDays(1),
                EndsAt = now.AddDays(1),
                CreatedAt = now,
                LastSeenAt = now,
            }),
            CancellationToken.None);
        return person with { Token = token };
    }
}
