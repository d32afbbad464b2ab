using TechBroker.IntegrationTests.Storage;
using TechBroker.Storage;
using TechBroker.Storage.Imports;
using TechBroker.Storage.Leases;
using TechBroker.Storage.People;
using TechBroker.Storage.Privacy;
using TechBroker.Workers.Periodic;

namespace TechBroker.IntegrationTests.Workers;

internal sealed class RetentionTests
{
    private static readonly Guid Person = Guid.NewGuid();
    private readonly PrivacyOptions privacy = new();
    private TestDatabase data = null!;
    private ManualClock clock = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        data = await TestDatabase.CreateAsync();
        clock = new ManualClock(Posting.Now);
        await data.Database.WriteAsync(
            s => AccountStore.InsertAsync(s, new Account { Id = Person, Email = "a@b", NormalizedEmail = "A@B", DisplayName = "甲", SecurityStamp = "", CreatedAt = Posting.Now, UpdatedAt = Posting.Now }),
            CancellationToken.None);
    }

    [TearDown]
    public ValueTask DisposeAsync() => data.DisposeAsync();

    [Test]
    public async Task Prune_SessionsOverTime_LoseAddressThenTracesThenGo()
    {
        await SessionAsync("old", Posting.Now);
        await SessionAsync("live", Posting.Now.AddDays(300));
        await PruneAfterAsync(privacy.SignInAddressDays - 1);
        Assert.That(await data.CountAsync("LoginSession WHERE Address IS NOT NULL"), Is.EqualTo(2));
        await PruneAfterAsync(2);
        Assert.That(await data.CountAsync("LoginSession WHERE Address IS NULL AND UserAgent IS NULL"), Is.EqualTo(2));
        Assert.That(await data.CountAsync("SpentRefreshToken"), Is.EqualTo(1), "the live session keeps its own: it tells a stolen token");
        await PruneAfterAsync(privacy.EndedSessionDays);
        Assert.That(await data.ListAsync<string>("SELECT AccessHash FROM LoginSession"), Is.EqualTo(new[] { "live" }));
        Assert.That(await data.CountAsync("SpentRefreshToken"), Is.EqualTo(1));
    }

    [Test]
    public async Task Prune_LinksAndAnswers_GoOnTheirDayAndNotBefore()
    {
        await data.RunAsync("INSERT INTO OneTimeLink (Hash, Purpose, AccountId, CreatedAt, ExpiresAt, UsedAt) VALUES ('used', 'p', @Person, @At, @Far, @At), ('open', 'p', @Person, @At, @Far, NULL)",
            new { Person, At = Posting.Now, Far = Posting.Now.AddDays(365) });
        await data.Database.WriteAsync(async s =>
        {
            for (var i = 0; i < 450; i++)
            {
                await IdempotentAnswerStore.InsertAsync(s, new IdempotentAnswer { RequestKey = $"{i}", RequestHash = "", Status = 200, Headers = "{}", Body = "", At = Posting.Now });
            }
        }, CancellationToken.None);
        await PruneAfterAsync(privacy.IdempotentAnswerDays - 1);
        Assert.That(await data.CountAsync("IdempotentAnswer"), Is.EqualTo(450));
        await PruneAfterAsync(2);
        Assert.That(await data.CountAsync("IdempotentAnswer"), Is.Zero, "in several batches");
        Assert.That(await data.ListAsync<string>("SELECT Details FROM AuditEntry WHERE Action = 'retention.pruned' AND Subject = 'idempotentAnswer' ORDER BY Seq"),
            Is.EqualTo(new[] { "{\"count\":200}", "{\"count\":200}", "{\"count\":50}" }));
        await PruneAfterAsync(privacy.OneTimeLinkDays);
        Assert.That(await data.ListAsync<string>("SELECT Hash FROM OneTimeLink"), Is.EqualTo(new[] { "open" }));
    }

    [Test]
    public async Task Prune_FinishedImport_LosesFileAndIssuesAndKeepsItsCounts()
    {
        var storage = new StorageOptions { DataDirectory = data.Folder };
        var (done, running) = (await ImportAsync("done", Posting.Now), await ImportAsync("running", null));
        Directory.CreateDirectory(Path.Combine(data.Folder, "imports"));
        await File.WriteAllTextAsync(storage.ImportFile(done), "x");
        await File.WriteAllTextAsync(storage.ImportFile(running), "x");
        await PruneAfterAsync(privacy.ImportFileDays - 1);
        Assert.That(await data.CountAsync("ImportIssue"), Is.EqualTo(600));
        await PruneAfterAsync(2);
        Assert.That(await data.ListAsync<Guid>("SELECT DISTINCT JobId FROM ImportIssue"), Is.EqualTo(new[] { running }));
        Assert.That((File.Exists(storage.ImportFile(done)), File.Exists(storage.ImportFile(running))), Is.EqualTo((false, true)));
        Assert.That(await data.FirstAsync<int>("SELECT Created FROM ImportJob WHERE Id = @done", new { done }), Is.EqualTo(7));
    }

    [Test]
    public void Fault_NumberOutOfRange_NamesTheKey()
    {
        Assert.That(new PrivacyOptions().Fault(), Is.Null);
        Assert.That(new PrivacyOptions { ImportFileDays = 0 }.Fault(), Does.StartWith("Privacy:ImportFileDays is 0"));
        Assert.That(new PrivacyOptions { SpentRefreshTokenDays = 91 }.Fault(), Does.Contain("Privacy:SpentRefreshTokenDays"));
    }

    private async Task PruneAfterAsync(int days)
    {
        clock.Advance(TimeSpan.FromDays(days));
        await using var lease = await HeldLease.TryTakeAsync(data.Database, clock, "test", TimeSpan.FromMinutes(1), CancellationToken.None);
        await new Retention(data.Database, new StorageOptions { DataDirectory = data.Folder }, privacy, clock).RunAsync(lease!, CancellationToken.None);
    }

    private Task SessionAsync(string name, DateTimeOffset endsAt) => data.Database.WriteAsync(
        async s =>
        {
            var login = new LoginSession
            {
                Id = Guid.NewGuid(),
                AccountId = Person,
                Kind = LoginSession.Program,
                AccessHash = name,
                AccessExpiresAt = endsAt,
                RefreshHash = name,
                EndsAt = endsAt,
                CreatedAt = Posting.Now,
                LastSeenAt = Posting.Now,
                Address = "10.1.2.3",
                UserAgent = "agent",
            };
            await SessionStore.InsertAsync(s, login);
            await SessionStore.RotateAsync(s, login, name, endsAt, name + "2", Posting.Now);
        },
        CancellationToken.None);

    private async Task<Guid> ImportAsync(string state, DateTimeOffset? finishedAt)
    {
        var job = new ImportJob { Id = Guid.NewGuid(), Kind = "needs", FileName = "f.csv", State = state, DryRun = false, Publish = true, Created = 7, CreatedAt = Posting.Now, FinishedAt = finishedAt };
        await data.Database.WriteAsync(
            async s =>
            {
                await ImportStore.InsertAsync(s, job);
                await ImportStore.AddIssuesAsync(s, [.. Enumerable.Range(1, 300).Select(i => new StoredIssue { JobId = job.Id, RowNumber = i, Severity = "error", Code = "c", MessageZh = "甲", MessageEn = "a", RemedyZh = "", RemedyEn = "" })]);
            },
            CancellationToken.None);
        return job.Id;
    }
}
