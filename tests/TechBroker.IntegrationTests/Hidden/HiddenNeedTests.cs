using TechBroker.Domain;
using TechBroker.Domain.Listings;
using TechBroker.Domain.Needs;
using TechBroker.Domain.Organisations;
using TechBroker.Domain.Vocabularies;
using TechBroker.IntegrationTests.Storage;
using TechBroker.IntegrationTests.Workers;
using TechBroker.Matching;
using TechBroker.Storage.Bus;
using TechBroker.Storage.Market;
using TechBroker.Storage.Matches;
using TechBroker.Workers;

namespace TechBroker.IntegrationTests.Hidden;

/// <summary>R14 below HTTP: markets that differ in one hidden need are the same to everybody but its owner and the centre's staff.</summary>
internal sealed class HiddenNeedTests
{
    private static readonly VocabularySet Vocabularies = VocabularySet.Shipped();
    private static readonly Guid Seller = new(1, 1, 0, new byte[8]), Buyer = new(2, 1, 0, new byte[8]), Secretive = new(3, 1, 0, new byte[8]);
    private static readonly string[] Topics = ["骨折复位机器人导航", "骨折复位机器人", "锂离子电池电解液", "锂离子电池负极", "导航机器人电池"];

    private static readonly NeedContent Secret = new()
    {
        Title = "骨折复位机器人导航 金丝雀canary",
        Description = "锂离子电池电解液 金丝雀酶 zebracanary",
        Language = "zh",
        Visibility = Visibility.Private,
        Keywords = ["金丝雀"],
        Fields = ["industries:C39", "canary-term"],
        RegionCode = "110108",
        MinTrl = 6,
        Budget = new Money("CNY", 777),
    };

    private static readonly MarketReader[] Outsiders =
        [MarketReader.Anonymous, new() { SignedIn = true }, new() { SignedIn = true, OrganisationId = Seller }, new() { SignedIn = true, OrganisationId = Buyer, AccountId = Guid.NewGuid() }];

    private static readonly string[] Queries = ["金丝雀", "canary", "骨折复位机器人导航 金丝雀canary", "zebracanary 电池", "锂离子电池", "机器人", "求购", "C39"];

    private static readonly MarketFilter[] Filters =
    [
        Any, Any with { Limit = 1 }, Any with { Fields = ["industries:C39"] }, Any with { Fields = ["canary-term"] }, Any with { Fields = ["industries:C", "industries:C39"] },
        Any with { RegionPrefix = "11" }, Any with { RegionPrefix = "110108" }, Any with { MinTrl = 6 }, Any with { MinTrl = 1, MaxTrl = 9 },
        Any with { OrganisationId = Secretive }, Any with { OrganisationId = Buyer }, Any with { ExternalRef = "canary-1" }, Any with { States = ["published"] }, Any with { States = ["draft", "withdrawn", "expired"] },
    ];

    private static MarketFilter Any => new() { Reader = MarketReader.Anonymous, States = [.. Codes.All<NeedState>().Union(Codes.All<ListingState>())], Limit = 3 };

    [Test]
    public async Task PrivateNeed_AbsentOrAnyhow_IsTheSameToOutsiders()
    {
        var absent = await SeenAsync(Outsiders, null);
        foreach (var content in new[] { Secret, Secret with { Description = null, RegionCode = null, Fields = [] }, Secret with { Title = "完全不同", BlindSummary = "金丝雀求购" } })
        {
            Assert.That(await SeenAsync(Outsiders, content), Is.EqualTo(absent));
        }

        Assert.That(absent[0], Does.Contain("match").And.Contain("listing 机器人").And.Not.Contain("canary-term"));
        Assert.That(absent[2], Does.Contain("event matchProposed").And.Contain("event matchesScored"));
    }

    [Test]
    public async Task BlindNeed_SameNotice_IsTheSameToOutsiders()
    {
        var blind = Secret with { Visibility = Visibility.Blind, BlindSummary = "求购某种机器人" };
        var seen = await SeenAsync(Outsiders, blind);
        var others = blind with { Title = "别的", Description = "毫不相干", Keywords = [], Fields = ["industries:C26"], RegionCode = "110101", MinTrl = null, Budget = null, Deadline = new DateOnly(2026, 9, 9) };

        Assert.That(await SeenAsync(Outsiders, others), Is.EqualTo(seen));
        Assert.That((await SeenAsync([MarketReader.Anonymous], null))[0], Is.EqualTo(seen[0]), "who is not signed in does not even learn that it is there");
        Assert.That(seen[1], Does.Contain("need 机器人 {\"id\":").And.Contain("\"region\":\"110000\",\"field\":\"industries:C\"").And.Contain("求购某种机器人"));

        // What stands before the first brace is what was asked.
        var answers = string.Join('\n', seen.SelectMany(view => view.Split('\n')).Select(line => line[(line.IndexOf('{', StringComparison.Ordinal) + 1)..]));
        Assert.That(answers, Does.Not.Contain("金丝雀").And.Not.Contain("777").And.Not.Contain("110108").And.Not.Contain("zebra").And.Not.Contain("canary-"));
    }

    [Test]
    public async Task HiddenNeed_ToItsOwnerAndStaff_IsThere([Values(Visibility.Blind, Visibility.Private)] Visibility visibility)
    {
        MarketReader[] insiders = [new() { SignedIn = true, OrganisationId = Secretive }, MarketReader.Staff];
        var without = await SeenAsync(insiders, null);
        var seen = await SeenAsync(insiders, Secret with { Visibility = visibility });

        foreach (var (view, before) in seen.Zip(without))
        {
            Assert.That(view, Is.Not.EqualTo(before).And.Contain("need zebracanary").And.Contain("need 金丝雀").And.Contain("\"needTitle\":\"骨折复位机器人导航 金丝雀canary\"").And.Contain("event matchesScored"));
        }
    }

    [Test]
    public async Task HiddenNeed_ManyBetterOnes_PushNoOpenMatchOut()
    {
        await using var data = await TestDatabase.CreateAsync();
        using var worker = new TestWorker(data.Database, new WorkerOptions { TopK = 2, ProposeLevel = 1 });
        var listing = await data.Database.PostAsync(Posting.Listing("骨折复位机器人导航"));
        var open = await data.Database.PostAsync(Posting.Need("机器人"));
        for (var i = 0; i < 5; i++)
        {
            await data.Database.PostAsync(Need(100 + i, Secret with { Title = "骨折复位机器人导航" }));
        }

        await worker.DeliverAsync((await data.Database.ReadAsync(s => OutboxStore.AfterAsync(s, 0, 100), CancellationToken.None)).Where(m => m.Type == "ListingPublished"));
        var matches = await data.Database.ReadAsync(s => MatchStore.PageAsync(s, Side.Listing, listing.Id, MarketReader.Anonymous, 1, null, 50), CancellationToken.None);

        Assert.That(matches.Select(m => m.NeedId), Is.EqualTo(new[] { open.Id }));
        Assert.That(await data.CountAsync("Match"), Is.GreaterThanOrEqualTo(3), "hidden ones are stored as well, for their owners");
    }

    /// <summary>The same market each time, with the secret posted among the others, and everything scored.</summary>
    private static async Task<string[]> SeenAsync(MarketReader[] readers, NeedContent? secret)
    {
        await using var data = await TestDatabase.CreateAsync();
        using var worker = new TestWorker(data.Database, new WorkerOptions { TopK = 2, ProposeLevel = 1 });
        foreach (var (id, region) in new[] { (Seller, "440300"), (Buyer, "310000"), (Secretive, "110108") }.Concat(Enumerable.Range(10, 5).Select(i => (new Guid(i, 1, 0, new byte[8]), "110000"))))
        {
            await data.Database.WriteAsync(s => OrganisationStore.InsertAsync(s, Organisation(id, region)), CancellationToken.None);
            await data.Database.PostAsync(Listing(1_000 + id.ToByteArray()[0], "光学", id, "industries:C39"));
        }

        var listings = Topics.Select((topic, i) => Listing(i, topic, Seller)).ToList();
        foreach (var (listing, i) in listings.Select((l, i) => (l, i)))
        {
            await data.Database.PostAsync(listing);
            await data.Database.PostAsync(Need(i, new NeedContent { Title = "求购" + Topics[(i + 1) % Topics.Length], Language = "zh" }, Buyer));
            if (i == 1 && secret is not null)
            {
                var need = Need(77, secret, Secretive, "canary-1");
                await data.Database.PostAsync(await data.Database.ReadAsync(s => BlindCells.SettleAsync(s, Vocabularies, need), CancellationToken.None));
            }
        }

        await DeliverAsync(data, worker);
        if (secret is not null)
        {
            var need = await data.Database.ReadAsync(s => NeedStore.FindAsync(s, new Guid(77, 2, 0, new byte[8])), CancellationToken.None);
            await data.Database.ReviseAsync(need!, secret.Title);
        }

        await data.Database.ReviseAsync(listings[0], Topics[0] + "二代");
        await DeliverAsync(data, worker);
        return await Task.WhenAll(readers.Select(reader => new OutsidersView(reader, Queries, Filters).OfAsync(data, worker, listings)));
    }

    // One message at a time, each once: what is told, and in which order, is then the market's doing alone.
    private static async Task DeliverAsync(TestDatabase data, TestWorker worker)
    {
        foreach (var message in await data.Database.ReadAsync(s => OutboxStore.AfterAsync(s, 0, 1_000), CancellationToken.None))
        {
            await worker.DeliverAsync(message);
        }
    }

    private static Listing Listing(int id, string title, Guid owner, params string[] fields) => Posting.Published(Domain.Listings.Listing.Draft(
        new Guid(id, 3, 0, new byte[8]), new ListingContent { Title = title, Language = "zh", Fields = fields, Trl = 5 }, owner, Posting.Now));

    private static Need Need(int id, NeedContent content, Guid? owner = null, string? reference = null) =>
        Posting.Published(Domain.Needs.Need.Draft(new Guid(id, 2, 0, new byte[8]), content, owner, Posting.Now, reference));

    private static Organisation Organisation(Guid id, string region) =>
        new() { Id = id, Revision = 1, Name = "单位", Kind = OrganisationKind.Enterprise, RegionCode = region, CreatedAt = Posting.Now, UpdatedAt = Posting.Now };
}
