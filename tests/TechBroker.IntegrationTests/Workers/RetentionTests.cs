using TechBroker.Domain.Listings;
using TechBroker.Domain.Pictures;
using TechBroker.Domain.Showcase;
using TechBroker.IntegrationTests.Storage;
using TechBroker.Storage;
using TechBroker.Storage.Imports;
using TechBroker.Storage.Leases;
using TechBroker.Storage.Market;
using TechBroker.Storage.People;
using TechBroker.Storage.Privacy;
using TechBroker.Storage.Showcase;
using TechBroker.Workers.Periodic;

namespace TechBroker.IntegrationTests.Workers;

internal sealed class RetentionTests
{
    private static readonly Guid Person = Guid.NewGuid();
    private readonly PrivacyOptions privacy = new();
    private TestDatabase data = null!;
    private ManualClock clock = null!;

    private StorageOptions Storage => new() { DataDirectory = data.Folder };

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
        var (done, running) = (await ImportAsync("done", Posting.Now), await ImportAsync("running", null));
        Directory.CreateDirectory(Path.Combine(data.Folder, "imports"));
        await File.WriteAllTextAsync(Storage.ImportFile(done), "x");
        await File.WriteAllTextAsync(Storage.ImportFile(running), "x");
        await PruneAfterAsync(privacy.ImportFileDays - 1);
        Assert.That(await data.CountAsync("ImportIssue"), Is.EqualTo(600));
        await PruneAfterAsync(2);
        Assert.That(await data.ListAsync<Guid>("SELECT DISTINCT JobId FROM ImportIssue"), Is.EqualTo(new[] { running }));
        Assert.That((File.Exists(Storage.ImportFile(done)), File.Exists(Storage.ImportFile(running))), Is.EqualTo((false, true)));
        Assert.That(await data.FirstAsync<int>("SELECT Created FROM ImportJob WHERE Id = @done", new { done }), Is.EqualTo(7));
    }

    [Test]
    public async Task Prune_PicturesTakenAwayOrOfWithdrawnListings_GoWithTheirFiles()
    {
        var files = new PictureFiles(Storage, data.Database);
        var (stays, replaced, withdrawn) = (await ListingAsync(), await ListingAsync(), await ListingAsync());
        await PictureAsync(files, stays, "a", Posting.Now);
        await PictureAsync(files, replaced, "b", Posting.Now);
        await PictureAsync(files, replaced, "a", Posting.Now);
        await PictureAsync(files, withdrawn, "c", Posting.Now);
        await data.RunAsync("UPDATE Listing SET State = 'withdrawn' WHERE Id = @withdrawn", new { withdrawn });
        await PruneAfterAsync(privacy.RemovedPictureDays - 1);
        Assert.That(await data.CountAsync("ListingPicture"), Is.EqualTo(4));
        Assert.That(Pictures(), Is.EquivalentTo(new[] { "a", "b", "c" }));
        await PruneAfterAsync(2);
        Assert.That(await data.ListAsync<Guid>("SELECT ListingId FROM ListingPicture"), Is.EquivalentTo(new[] { stays, replaced }));
        Assert.That(Pictures(), Is.EqualTo(new[] { "a" }), "two listings have it");
    }

    [Test]
    public void Fault_NumberOutOfRange_NamesTheKey()
    {
        Assert.That(new PrivacyOptions().Fault(), Is.Null);
        Assert.That(new PrivacyOptions { ImportFileDays = 0 }.Fault(), Does.StartWith("Privacy:ImportFileDays is 0"));
        Assert.That(new PrivacyOptions { SpentRefreshTokenDays = 91 }.Fault(), Does.Contain("Privacy:SpentRefreshTokenDays"));
    }

    private string[] Pictures() => [.. Directory.GetFiles(Path.Combine(data.Folder, "pictures"), "*", SearchOption.AllDirectories).Select(File.ReadAllText)];

    private async Task<Guid> ListingAsync()
    {
        var listing = Posting.Published(Listing.Draft(Guid.NewGuid(), new ListingContent { Title = "样机", Language = "zh" }, null, Posting.Now, postedBy: Person));
        await data.Database.WriteAsync(s => ListingStore.InsertAsync(s, listing), CancellationToken.None);
        return listing.Id;
    }

    private async Task PictureAsync(PictureFiles files, Guid listing, string content, DateTimeOffset at)
    {
        var bytes = System.Text.Encoding.ASCII.GetBytes(content);
        var picture = new ListingPicture
        {
            Id = Guid.NewGuid(),
            ListingId = listing,
            Format = PictureFormat.Png,
            Width = 640,
            Height = 480,
            Length = bytes.Length,
            Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)),
            UploadedBy = Person,
            UploadedAt = at,
        };
        await using var file = files.Begin();
        await file.WriteAsync(bytes);
        await file.FlushAsync();
        await files.KeepAsync(file.Name, picture.Sha256, () => data.Database.WriteAsync(
            async s =>
            {
                await ListingPictureStore.SetAsync(s, picture);
                return true;
            },
            CancellationToken.None));
    }

    private async Task PruneAfterAsync(int days)
    {
        clock.Advance(TimeSpan.FromDays(days));
        await using var lease = await HeldLease.TryTakeAsync(data.Database, clock, "test", TimeSpan.FromMinutes(1), CancellationToken.None);
        await new Retention(data.Database, Storage, new PictureFiles(Storage, data.Database), privacy, clock).RunAsync(lease!, CancellationToken.None);
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
