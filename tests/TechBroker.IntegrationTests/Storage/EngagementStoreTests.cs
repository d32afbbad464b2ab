using Microsoft.Data.Sqlite;
using TechBroker.Domain.Conflicts;
using TechBroker.Domain.Engagements;
using TechBroker.Domain.Listings;
using TechBroker.Domain.Needs;
using TechBroker.Domain.Organisations;
using TechBroker.Domain.People;
using TechBroker.IntegrationTests.Support;
using TechBroker.Storage.Conflicts;
using TechBroker.Storage.Engagements;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.IntegrationTests.Storage;

internal sealed class EngagementStoreTests
{
    private static readonly EngagementEntry Entry = new(EngagementAction.Log, null, EngagementDetails.None);
    private TestDatabase data = null!;
    private Guid university;
    private Guid enterprise;
    private Guid manager;
    private Listing listing = null!;
    private Need need = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        data = await TestDatabase.CreateAsync();
        (university, enterprise) = (await OrganisationAsync(), await OrganisationAsync());
        manager = await AccountAsync(null);
        listing = await data.Database.PostAsync(Posting.Listing("超导磁体") with { OrganisationId = university });
        need = await data.Database.PostAsync(Posting.Need("超导磁体") with { OrganisationId = enterprise });
    }

    [TearDown]
    public ValueTask DisposeAsync() => data.DisposeAsync();

    [Test]
    public async Task Insert_EveryField_IsReadBack()
    {
        var engagement = Logged() with
        {
            ListingInterestAt = Posting.Now,
            NeedInterestAt = Posting.Now.AddDays(1),
            State = EngagementState.Closed,
            FrozenFor = ConflictKind.SameCreditCode,
            CloseReason = CloseReason.IpUnclear,
            CloseNote = "权属",
            ClosedBySide = EngagementSide.Need,
        };

        Assert.That(await InsertAsync(data.Database, engagement), Is.Null);
        Assert.That(await data.Database.ReadAsync(s => EngagementStore.FindAsync(s, engagement.Id), default), Is.EqualTo(engagement));
    }

    [Test]
    public async Task Insert_ByAThousandAtOnce_OneWinsAndTheOthersLearnWhich()
    {
        // Two ways into the same file, as two processes would have.
        var databases = new[] { data.Database, data.Open() };
        var attempts = Enumerable.Range(0, 1_000).Select(_ => Logged()).ToList();

        var answers = await Task.WhenAll(attempts.Select((e, i) => Task.Run(() => InsertAsync(databases[i % 2], e))));

        var winner = attempts[Array.FindIndex(answers, a => a is null)].Id;
        Assert.Multiple(async () =>
        {
            Assert.That(answers.Count(a => a is null), Is.EqualTo(1));
            Assert.That(answers.OfType<Guid>(), Has.All.EqualTo(winner));
            Assert.That(await data.CountAsync("Engagement"), Is.EqualTo(1));
            Assert.That(await data.CountAsync("EngagementLog"), Is.EqualTo(1));
        });
    }

    [Test]
    public async Task Update_ThatReopensBesideALiveOne_AnswersWithIt()
    {
        var first = Logged();
        await InsertAsync(data.Database, first);
        var closed = first.Close(CloseReason.Timing, null, Posting.Now).Get();
        await UpdateAsync(closed);
        var second = Logged();
        Assert.That(await InsertAsync(data.Database, second), Is.Null);

        Assert.That(await UpdateAsync(closed.Reopen([], Posting.Now).Get()), Is.EqualTo(second.Id));
        Assert.That(await data.CountAsync("EngagementLog"), Is.EqualTo(3), "a refused step leaves no entry");
    }

    [Test]
    public async Task Update_OfAnotherRevision_Throws()
    {
        var first = Logged();
        await InsertAsync(data.Database, first);

        Assert.That(() => UpdateAsync(first with { Revision = 5 }), Throws.InvalidOperationException);
    }

    [OnlySqlite("there it is a matter of rights, see deploy/sqlserver.md")]
    [TestCase("UPDATE EngagementLog SET Action = 'close'")]
    [TestCase("DELETE FROM EngagementLog")]
    [TestCase("UPDATE Disclosure SET At = 'x'")]
    [TestCase("DELETE FROM Disclosure")]
    [TestCase("DELETE FROM ConflictDeclaration")]
    public async Task Record_OnceWritten_IsNeverChanged(string sql)
    {
        var engagement = Logged();
        await InsertAsync(data.Database, engagement);
        await DiscloseAsync(engagement.Id);
        await DeclareAsync(enterprise);

        Assert.That(() => data.RunAsync(sql), Throws.TypeOf<SqliteException>());
    }

    [Test]
    public async Task Disclosure_Twice_IsOneRowAndOnlyForItsRecipient()
    {
        var engagement = Logged();
        await InsertAsync(data.Database, engagement);

        Assert.That(await IsDisclosedAsync(university, manager), Is.False);
        await DiscloseAsync(engagement.Id);
        await DiscloseAsync(engagement.Id);

        Assert.Multiple(async () =>
        {
            Assert.That(await data.CountAsync("Disclosure"), Is.EqualTo(1));
            Assert.That(await IsDisclosedAsync(university, null), Is.True);
            Assert.That(await IsDisclosedAsync(enterprise, manager), Is.False);
            Assert.That(await IsDisclosedAsync(null, null), Is.False);
        });
    }

    [Test]
    public async Task Freeze_OnANewEmployer_StopsWhatTheManagerRunsThere()
    {
        var (engagement, foreign) = (Logged(), Logged(await data.Database.PostAsync(Posting.Need("别家"))));
        await InsertAsync(data.Database, engagement);
        await InsertAsync(data.Database, foreign);
        Assert.That(await FreezeAsync(), Is.Empty);

        await data.RunAsync("UPDATE Account SET OrganisationId = @enterprise WHERE Id = @manager", new { enterprise, manager });

        Assert.That(await FreezeAsync(), Is.EqualTo(new[] { engagement.Id }));
        Assert.That(await FreezeAsync(), Is.Empty, "once is enough");
        Assert.That((await data.Database.ReadAsync(s => EngagementStore.FindAsync(s, engagement.Id), default))!.FrozenFor, Is.EqualTo(ConflictKind.SameEmployer));
        Assert.That(await data.Database.ReadAsync(s => ConflictChecks.AffectedAsync(s, enterprise), default), Is.EqualTo(new[] { manager }));
    }

    [Test]
    public async Task HidesNeed_ByATieToTheListingsSideOrToWhoeverHasIt()
    {
        await InsertAsync(data.Database, Logged());
        var stranger = await OrganisationAsync();

        Assert.Multiple(async () =>
        {
            Assert.That(await HidesNeedAsync(null), Is.False);
            Assert.That(await HidesNeedAsync(stranger), Is.False);
            Assert.That(await HidesNeedAsync(university), Is.True, "the employer is the listing's side");
            Assert.That(await HidesNeedAsync(enterprise), Is.False, "it is the employer's own need");
        });
        await DeclareAsync(enterprise);
        Assert.That(await HidesNeedAsync(null), Is.True);
    }

    private Engagement Logged(Need? other = null) => Engagement.Log(Guid.NewGuid(), listing, other ?? need, manager, manager, [], "备注", Posting.Now).Get();

    private static Task<Guid?> InsertAsync(Database database, Engagement engagement) => database.WriteAsync(s => EngagementStore.InsertAsync(s, engagement, Entry), default);

    private Task<Guid?> UpdateAsync(Engagement engagement) => data.Database.WriteAsync(s => EngagementStore.UpdateAsync(s, engagement, Entry), default);

    private Task<IReadOnlyList<Guid>> FreezeAsync() => data.Database.WriteAsync(s => ConflictChecks.FreezeAsync(s, manager, null, Posting.Now), default);

    private Task<bool> IsDisclosedAsync(Guid? organisationId, Guid? accountId) =>
        data.Database.ReadAsync(s => DisclosureStore.IsDisclosedAsync(s, need.Id, organisationId, accountId), default);

    private Task<bool> HidesNeedAsync(Guid? employer) => data.Database.ReadAsync(
        async s => await ConflictChecks.HidesNeedAsync(s, await ConflictChecks.PersonAsync(s, manager, employer), need.Id), default);

    private Task DiscloseAsync(Guid engagementId) => data.Database.WriteAsync(
        s => DisclosureStore.RecordAsync(s, new Disclosure
        {
            Id = Guid.NewGuid(),
            EngagementId = engagementId,
            NeedId = need.Id,
            ToOrganisationId = university,
            ByAccountId = manager,
            At = Posting.Now,
        }),
        default);

    private Task DeclareAsync(Guid organisationId) => data.Database.WriteAsync(
        s => ConflictStore.InsertAsync(s, new ConflictDeclaration
        {
            Id = Guid.NewGuid(),
            AccountId = manager,
            OrganisationId = organisationId,
            Kind = DeclarationKind.Interest,
            DeclaredAt = Posting.Now,
        }),
        default);

    private async Task<Guid> OrganisationAsync()
    {
        var id = Guid.NewGuid();
        await data.Database.WriteAsync(
            s => OrganisationStore.InsertAsync(s, new Organisation
            {
                Id = id,
                Revision = 1,
                Name = "单位",
                Kind = OrganisationKind.Enterprise,
                RegionCode = "110000",
                CreatedAt = Posting.Now,
                UpdatedAt = Posting.Now,
            }),
            default);
        return id;
    }

    private async Task<Guid> AccountAsync(Guid? organisationId) => (await Person.AddAsync(data.Database, organisationId, Role.Manager)).Id;
}
