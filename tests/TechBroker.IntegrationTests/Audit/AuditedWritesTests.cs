using TechBroker.Domain.Listings;
using TechBroker.Domain.Needs;
using TechBroker.Domain.Organisations;
using TechBroker.IntegrationTests.Storage;
using TechBroker.Storage.Audit;
using TechBroker.Storage.Bus;
using TechBroker.Storage.Imports;
using TechBroker.Storage.Market;

namespace TechBroker.IntegrationTests.Audit;

/// <summary>Whatever writes the market also writes the audit record, once.</summary>
internal sealed class AuditedWritesTests
{
    private TestDatabase data = null!;

    [SetUp]
    public async Task CreateAsync() => data = await TestDatabase.CreateAsync();

    [TearDown]
    public ValueTask DisposeAsync() => data.DisposeAsync();

    [Test]
    public async Task Market_AnyHistory_HasOneEntryForEachRevision()
    {
        var market = new RandomMarket(data.Database, new Random(20260301));
        for (var i = 0; i < 300; i++)
        {
            await market.ChangeAsync();
        }

        Assert.That(await data.FirstAsync<int>("SELECT COUNT(*) FROM AuditEntry WHERE Subject IN ('listing', 'need')"), Is.EqualTo(300));
        Assert.That(
            await data.FirstAsync<int>(
                """
                SELECT COUNT(*) FROM MarketRevision r
                  JOIN AuditEntry e ON e.SubjectId = r.ItemId AND e.Subject = r.Side AND json_extract(e.Details, '$.revision') = r.Revision
                       AND json_extract(e.Details, '$.state') = r.State
                """),
            Is.EqualTo(300));
        Assert.That(
            await data.FirstAsync<int>(
                """
                SELECT COUNT(*) FROM AuditEntry e
                  JOIN (SELECT Id, Revision, ContentHash FROM Listing UNION ALL SELECT Id, Revision, ContentHash FROM Need) i ON i.Id = e.SubjectId
                 WHERE json_extract(e.Details, '$.revision') = i.Revision AND json_extract(e.Details, '$.contentHash') = i.ContentHash
                """),
            Is.EqualTo(market.Listings.Count + market.Needs.Count));
        Assert.That((await data.VerifyAsync()).IsWhole, Is.True);
    }

    [Test]
    public async Task Market_EachStep_IsCalledByItsName()
    {
        var listing = await data.Database.PostAsync(Posting.Listing("卫星终端保密技术"));
        listing = await data.Database.ReviseAsync(listing, "卫星终端保密技术二");
        listing = await data.Database.DoAsync(listing, ListingAction.Suspend);
        listing = await data.Database.DoAsync(listing, ListingAction.Publish);
        await data.Database.DoAsync(listing, ListingAction.Withdraw);
        var need = await data.Database.PostAsync(Posting.Need("卫星终端保密技术"));
        need = await data.Database.DoAsync(need, NeedAction.Expire);
        await data.Database.DoAsync(need, NeedAction.Publish);

        var entries = await data.EntriesAsync();
        Assert.That(
            entries.Select(e => e.Action),
            Is.EqualTo(new[]
            {
                "listing.created", "listing.revised", "listing.suspended", "listing.published", "listing.withdrawn", "need.created", "need.expired", "need.published",
            }));
        Assert.That(entries.Select(e => e.Details), Has.All.Not.Contain("卫星"), "never what is said");
    }

    [Test]
    public void Done_EveryAction_HasAWordOfItsOwn()
    {
        Assert.That(Enum.GetValues<ListingAction>().Select(AuditActions.Done), Is.Unique.And.All.Not.EqualTo(AuditActions.Revised));
        Assert.That(Enum.GetValues<NeedAction>().Select(AuditActions.Done), Is.Unique.And.All.Not.EqualTo(AuditActions.Revised));
    }

    [Test]
    public async Task Organisations_ImportsAndReplays_AreRecordedInTheNameOfTheActor()
    {
        var organisation = new Organisation
        {
            Id = Guid.NewGuid(),
            Revision = 1,
            Name = "秘密单位",
            Kind = OrganisationKind.University,
            RegionCode = "110000",
            CreatedAt = Posting.Now,
            UpdatedAt = Posting.Now,
        };
        var job = new ImportJob { Id = Guid.NewGuid(), Kind = "needs", FileName = "秘密.csv", State = "queued", DryRun = true, Publish = true, CreatedAt = Posting.Now };
        var parked = new ParkedMessage { Id = Guid.NewGuid(), MessageId = Guid.NewGuid(), Type = "NeedPosted", Body = "{}", Consumer = "A", Reason = "r", ParkedAt = Posting.Now };
        await data.Database.WriteAsync(
            AuditData.Person,
            async session =>
            {
                await OrganisationStore.InsertAsync(session, organisation);
                await OrganisationStore.UpdateAsync(session, organisation with { Revision = 2 });
                await ImportStore.InsertAsync(session, job);
                await ParkedMessageStore.ParkAsync(session, parked);
                await ParkedMessageStore.ReplayAsync(session, parked, Posting.Now);
            },
            CancellationToken.None);

        var sent = await data.FirstAsync<string>("SELECT MessageId FROM Outbox");
        var entries = await data.EntriesAsync();
        Assert.That(
            entries.Select(e => (e.Action, e.Subject, e.SubjectId, e.Details)),
            Is.EqualTo(new (string, string, Guid?, string?)[]
            {
                ("organisation.created", "organisation", organisation.Id, "{\"revision\":1,\"approvesListings\":false}"),
                ("organisation.changed", "organisation", organisation.Id, "{\"revision\":2,\"approvesListings\":false}"),
                ("import.started", "import", job.Id, "{\"kind\":\"needs\",\"dryRun\":true}"),
                ("parkedMessage.replayed", "parkedMessage", parked.Id, $"{{\"type\":\"NeedPosted\",\"messageId\":\"{sent}\"}}"),
            }));
        Assert.That(entries.Select(e => e.ActorId), Is.All.EqualTo(AuditData.Person.AccountId));
    }
}
