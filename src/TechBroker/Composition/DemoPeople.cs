using TechBroker.Api.Accounts;
using TechBroker.Contracts.Http;
using TechBroker.Domain;
using TechBroker.Domain.People;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;

namespace TechBroker.Composition;

/// <summary>One person of each role for the demo, with passwords that nobody can guess: demo servers get exposed, too.</summary>
internal sealed class DemoPeople
{
    // The first university and the first enterprise of the demo market.
    private static readonly (Role Role, string Name, string? Organisation)[] Cast =
    [
        (Role.Provider, "成果方 陈老师", "org-01"),
        (Role.Seeker, "需求方 林工", "org-10"),
        (Role.Manager, "技术经理人 周", null),
        (Role.Organiser, "中心工作人员 吴", null),
        (Role.Admin, "系统管理员", null),
    ];

    private readonly List<(Account Account, string Password, string? Organisation)> people = [];

    private DemoPeople()
    {
    }

    /// <summary>Not stored yet; hashing has no place in a transaction.</summary>
    public static async Task<DemoPeople> MakeAsync(Passwords passwords, DateTimeOffset now, CancellationToken ct)
    {
        var all = new DemoPeople();
        foreach (var (role, name, organisation) in Cast)
        {
            var password = Secrets.Readable();
            var fields = new PostUserBody { Email = $"{Codes.Of(role)}@demo.example", DisplayName = name };
            all.people.Add((PostUser.New(fields, [role], await passwords.HashAsync(password, ct), now), password, organisation));
        }

        return all;
    }

    public async Task AddAsync(WriteSession session, IReadOnlyDictionary<string, Guid> organisations)
    {
        foreach (var (account, _, organisation) in people)
        {
            account.OrganisationId = organisation is null ? null : organisations[organisation];
            await AccountStore.InsertAsync(session, account);
        }
    }

    public void Print()
    {
        Console.WriteLine("Demo people, whose passwords are shown only now:");
        foreach (var (account, password, _) in people)
        {
            Console.WriteLine($"  {account.Email,-24}{password}");
        }
    }
}
