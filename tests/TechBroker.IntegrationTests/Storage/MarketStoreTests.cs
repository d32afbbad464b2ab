using FsCheck.Fluent;
using TechBroker.Domain.Listings;
using TechBroker.Domain.Needs;
using TechBroker.Domain.Organisations;
using TechBroker.Storage.Market;
using TechBroker.Storage.Sql;

namespace TechBroker.IntegrationTests.Storage;

internal sealed class MarketStoreTests
{
    private static readonly Guid Owner = Guid.NewGuid();
    private TestDatabase data = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        data = await TestDatabase.CreateAsync();
        await data.Database.WriteAsync(
            async s =>
            {
                await OrganisationStore.InsertAsync(s, new Organisation
                {
                    Id = Owner,
                    Revision = 1,
                    Name = "清华大学",
                    Kind = OrganisationKind.University,
                    RegionCode = "110000",
                    CreatedAt = Posting.Now,
                    UpdatedAt = Posting.Now,
                });
                return true;
            },
            CancellationToken.None);
    }

    [TearDown]
    public ValueTask DisposeAsync() => data.DisposeAsync();

    [Test]
    public void Listing_WrittenAndRead_IsTheSameInEveryField() => Properties.Hold(MarketGenerators.Listings(Owner).Two(), 60, async pair =>
    {
        var (first, other) = pair;
        var second = other with { Id = first.Id, Revision = 2, OrganisationId = first.OrganisationId, ExternalRef = first.ExternalRef, CreatedAt = first.CreatedAt };
        await WriteAsync(s => ListingStore.InsertAsync(s, first));
        var inserted = await ReadAsync(s => ListingStore.FindAsync(s, first.Id));
        await WriteAsync(s => ListingStore.UpdateAsync(s, second, "revised"));
        var updated = await ReadAsync(s => ListingStore.FindAsync(s, first.Id));
        Assert.That(StoredJson.Write(inserted), Is.EqualTo(StoredJson.Write(first)));
        Assert.That(StoredJson.Write(updated), Is.EqualTo(StoredJson.Write(second)));
    });

    [Test]
    public void Need_WrittenAndRead_IsTheSameInEveryField() => Properties.Hold(MarketGenerators.Needs(Owner).Two(), 60, async pair =>
    {
        var (first, other) = pair;
        var second = other with { Id = first.Id, Revision = 2, OrganisationId = first.OrganisationId, ExternalRef = first.ExternalRef, CreatedAt = first.CreatedAt };
        await WriteAsync(s => NeedStore.InsertAsync(s, first));
        var inserted = await ReadAsync(s => NeedStore.FindAsync(s, first.Id));
        await WriteAsync(s => NeedStore.UpdateAsync(s, second, "revised"));
        var updated = await ReadAsync(s => NeedStore.FindAsync(s, first.Id));
        Assert.That(StoredJson.Write(inserted), Is.EqualTo(StoredJson.Write(first)));
        Assert.That(StoredJson.Write(updated), Is.EqualTo(StoredJson.Write(second)));
    });

    [Test]
    public async Task Update_StaleRevision_ThrowsAndChangesNothing()
    {
        var listing = await data.Database.PostAsync(Posting.Listing("光场显示"));
        var need = await data.Database.PostAsync(Posting.Need("光场显示"));
        await data.Database.ReviseAsync(listing, "二");
        await data.Database.ReviseAsync(need, "二");
        Assert.Multiple(() =>
        {
            Assert.That(() => data.Database.ReviseAsync(listing, "迟到"), Throws.InvalidOperationException.With.Message.Contains("not at revision 1"));
            Assert.That(() => data.Database.ReviseAsync(need, "迟到"), Throws.InvalidOperationException.With.Message.Contains("not at revision 1"));
        });
        Assert.That((await ReadAsync(s => ListingStore.FindAsync(s, listing.Id)))!.Content.Title, Is.EqualTo("二"));
        Assert.That(await data.CountAsync("MarketRevision"), Is.EqualTo(4));
        Assert.That(await data.CountAsync("Outbox"), Is.EqualTo(4));
    }

    [Test]
    public async Task FindByRef_OfOwnerAndOfNobody_AreDifferentItems()
    {
        var mine = Posting.Listing("甲") with { OrganisationId = Owner, ExternalRef = "r1" };
        var nobodys = Posting.Listing("乙") with { ExternalRef = "r1" };
        await data.Database.PostAsync(mine);
        await data.Database.PostAsync(nobodys);
        Assert.That((await ReadAsync(s => ListingStore.FindByRefAsync(s, Owner, "r1")))!.Id, Is.EqualTo(mine.Id));
        Assert.That((await ReadAsync(s => ListingStore.FindByRefAsync(s, null, "r1")))!.Id, Is.EqualTo(nobodys.Id));
        Assert.That(() => data.Database.PostAsync(Posting.Listing("丙") with { ExternalRef = "r1" }), Throws.Exception.Matches<Exception>(
            e => e is System.Data.Common.DbException db && data.Dialect.IsUniqueViolation(db)));
    }

    [Test]
    public async Task Page_ManyOfTheSameMoment_GivesEachOnceNewestFirst()
    {
        var posted = Enumerable.Range(0, 25).Select(i => Posting.Need($"需求{i}") with { CreatedAt = Posting.Now.AddSeconds(i / 5) }).ToList();
        await Task.WhenAll(posted.Select(data.Database.PostAsync));

        var seen = new List<Need>();
        while (true)
        {
            var page = await ReadAsync(s => NeedStore.PageAsync(s, new MarketFilter
            {
                Reader = MarketReader.Staff,
                States = ["published"],
                Limit = 4,
                Before = seen.LastOrDefault()?.CreatedAt,
                BeforeId = seen.LastOrDefault()?.Id,
            }));
            if (page.Count == 0)
            {
                break;
            }

            seen.AddRange(page);
        }

        Assert.That(seen.Select(n => n.Id), Is.EqualTo(posted.OrderByDescending(n => n.CreatedAt).ThenByDescending(n => n.Id.ToString(), StringComparer.Ordinal).Select(n => n.Id)));
    }

    [Test]
    public async Task Filter_EachCondition_RestrictsAndAllTogether()
    {
        var content = new ListingContent { Title = "甲", Language = "zh", Fields = ["energy", "materials"], Trl = 6, RegionCode = "310115" };
        var wanted = Posting.Published(Listing.Draft(Guid.NewGuid(), content, Owner, Posting.Now, "ref"));
        Listing[] others =
        [
            Posting.Published(Listing.Draft(Guid.NewGuid(), content with { Fields = ["medicine"] }, Owner, Posting.Now)),
            Posting.Published(Listing.Draft(Guid.NewGuid(), content with { Trl = 3 }, Owner, Posting.Now)),
            Posting.Published(Listing.Draft(Guid.NewGuid(), content with { Trl = 9 }, Owner, Posting.Now)),
            Posting.Published(Listing.Draft(Guid.NewGuid(), content with { RegionCode = "110000" }, Owner, Posting.Now)),
            Posting.Published(Listing.Draft(Guid.NewGuid(), content, null, Posting.Now)),
            Listing.Draft(Guid.NewGuid(), content, Owner, Posting.Now),
        ];
        await Task.WhenAll(others.Append(wanted).Select(data.Database.PostAsync));
        var filter = new MarketFilter
        {
            Reader = MarketReader.Staff,
            States = ["published"],
            Fields = ["energy", "space"],
            RegionPrefix = "31",
            MinTrl = 5,
            MaxTrl = 7,
            OrganisationId = Owner,
        };

        var all = await ReadAsync(s => ListingStore.PageAsync(s, filter));
        var byRef = await ReadAsync(s => ListingStore.PageAsync(s, new MarketFilter { Reader = MarketReader.Staff, States = ["published"], ExternalRef = "ref" }));
        var byIds = await ReadAsync(s => ListingStore.FindManyAsync(s, [.. others.Append(wanted).Select(l => l.Id)], filter));
        var open = await ReadAsync(s => ListingStore.PageAsync(s, new MarketFilter { Reader = MarketReader.Staff, States = ["published"] }));
        Assert.Multiple(() =>
        {
            Assert.That(all.Select(l => l.Id), Is.EqualTo(new[] { wanted.Id }));
            Assert.That(byRef.Select(l => l.Id), Is.EqualTo(new[] { wanted.Id }));
            Assert.That(byIds.Select(l => l.Id), Is.EqualTo(new[] { wanted.Id }));
            Assert.That(open, Has.Count.EqualTo(6), "all but the draft");
        });
    }

    private Task<T> ReadAsync<T>(Func<SqlSession, Task<T>> query) => data.Database.ReadAsync(query, CancellationToken.None);

    private Task WriteAsync(Func<WriteSession, Task> work) => data.Database.WriteAsync(
        async s =>
        {
            await work(s);
            return true;
        },
        CancellationToken.None);
}
