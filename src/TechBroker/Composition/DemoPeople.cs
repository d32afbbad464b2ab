using TechBroker.Api.Accounts;
using TechBroker.Contracts.Http;
using TechBroker.Domain.Managers;
using TechBroker.Domain.Organisations;
using TechBroker.Domain.People;
using TechBroker.Storage.Managers;
using TechBroker.Storage.People;
using TechBroker.Storage.Sql;

namespace TechBroker.Composition;

/// <summary>The people of the demo, each role at least once, with passwords that nobody can guess: demo servers get exposed, too.</summary>
internal sealed class DemoPeople
{
    // The first university and the first enterprise of the demo market.
    private static readonly (string Key, Role Role, string Name, string? Organisation)[] Cast =
    [
        ("provider", Role.Provider, "成果方 陈老师", "org-01"),
        ("seeker", Role.Seeker, "需求方 林工", "org-10"),
        ("manager", Role.Manager, "技术经理人 周", null),
        ("manager2", Role.Manager, "技术经理人 郑", null),
        ("manager3", Role.Manager, "技术经理人 冯", null),
        ("organiser", Role.Organiser, "中心工作人员 吴", null),
        ("admin", Role.Admin, "系统管理员", null),
    ];

    private static readonly (string Key, ManagerLevel Level, string[] Fields, string[] Regions)[] Profiles =
    [
        ("manager", ManagerLevel.Senior, ["strategic-industries:new-energy", "engineering-fronts:medicine-and-health"], ["110000", "120000"]),
        ("manager2", ManagerLevel.Intermediate, ["strategic-industries:new-generation-information-technology", "engineering-fronts:mechanical-and-vehicle"], ["110000", "320000"]),
        ("manager3", ManagerLevel.Junior, ["strategic-industries:energy-saving-and-environment", "engineering-fronts:agriculture"], ["130000", "120000"]),
    ];

    private readonly List<(string Key, Account Account, string Password, string? Organisation)> people = [];

    private DemoPeople()
    {
    }

    /// <summary>Not stored yet; hashing has no place in a transaction.</summary>
    public static async Task<DemoPeople> MakeAsync(Passwords passwords, DateTimeOffset now, CancellationToken ct)
    {
        var all = new DemoPeople();
        foreach (var (key, role, name, organisation) in Cast)
        {
            var password = Secrets.Readable();
            var fields = new PostUserBody { Email = $"{key}@demo.example", DisplayName = name };
            all.people.Add((key, PostUser.New(fields, [role], await passwords.HashAsync(password, ct), now), password, organisation));
        }

        return all;
    }

    public Guid IdOf(string key) => people.Find(p => p.Key == key).Account.Id;

    public async Task AddAsync(WriteSession session, IReadOnlyDictionary<string, Organisation> organisations)
    {
        foreach (var (_, account, _, organisation) in people)
        {
            account.OrganisationId = organisation is null ? null : organisations[organisation].Id;
            await AccountStore.InsertAsync(session, account);
        }

        foreach (var (key, level, fields, regions) in Profiles)
        {
            await ManagerStore.SaveAsync(session, new ManagerProfile { ManagerId = IdOf(key), Revision = 1, Level = level, Fields = fields, Regions = regions, Source = "蓝马甲", UpdatedAt = people[0].Account.CreatedAt });
        }
    }

    public void Print()
    {
        Console.WriteLine("Demo people, whose passwords are shown only now:");
        foreach (var (_, account, password, _) in people)
        {
            Console.WriteLine($"  {account.Email,-24}{password}");
        }
    }
}
